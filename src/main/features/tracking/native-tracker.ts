import { join } from 'node:path'
import type { Result } from '../../../contract/boundary/result.ts'
import { freePort } from '../../../node/free-port.ts'
import { programPath } from '../../../node/program-path.ts'
import { checkModel } from '../../shared/model-check.ts'
import { handModelFiles, poseModelFiles } from '../../../inference/model-files.ts'
import { openTrackerClient, type TrackerClient, type TrackerStart } from './tracker-client.ts'

export type TrackerSubject = TrackerStart['subject']

/** Where the tracker processes take pictures: settled before the page is loaded, whose policy must name it. */
export interface TrackerDoor {
  readonly ports: Readonly<Record<TrackerSubject, number>>
  /** Origins of the app's own page. */
  readonly origins: readonly string[]
}

const SIZE = 'full'
const FILES = { hands: handModelFiles(SIZE), bodies: poseModelFiles(SIZE) } as const

/** Starts a tracker process with models that are the ones that were built; fails with words otherwise. */
export async function openNativeTracker(
  resourcesDir: string,
  door: TrackerDoor,
  subject: TrackerSubject,
): Promise<Result<TrackerClient>> {
  for (const file of FILES[subject]) {
    const model = await checkModel(resourcesDir, `onnx/${file}`)
    if (!model.ok) return model
  }
  return openTrackerClient(programPath('tracker-process'), {
    subject,
    modelsFolder: join(resourcesDir, 'models', 'onnx'),
    size: SIZE,
    port: door.ports[subject],
    origins: [...door.origins],
  })
}

/** Ports for both, and the addresses that the page may connect to for them. */
export async function freeTrackerPorts(): Promise<{
  readonly ports: TrackerDoor['ports']
  readonly urls: readonly string[]
}> {
  const [hands, bodies] = await Promise.all([freePort(), freePort()])
  return { ports: { hands, bodies }, urls: [hands, bodies].map((port) => `ws://127.0.0.1:${port}`) }
}

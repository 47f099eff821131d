import { join } from 'node:path'
import { inEnglish, verbatim } from '../../src/core/sentence/sentence.ts'
import {
  openTrackerClient,
  type TrackerClient,
} from '../../src/main/features/tracking/tracker-client.ts'
import { openBenchPage, type BenchPage } from './bench-page.ts'
import type { Clip } from './clips.ts'
import type { BenchAnswer } from './commands.ts'
import { cpuSecondsOf } from './process-tree.ts'

const ROOT = join(import.meta.dirname, '../..')
export const MODELS_FOLDER = join(ROOT, 'resources/models/onnx')

export type Run = Extract<BenchAnswer, { kind: 'ran' }>

/** A tracker in a browser of its own, with everything that belongs to it. */
export interface Contender {
  readonly name: string
  load(clip: Clip): Promise<number>
  run(frames: number, fps?: number): Promise<Run>
  /** Processor seconds so far: the browser, and the tracker's process where it has one. */
  cpuSeconds(): number
  close(): Promise<void>
}

export interface NativeContender extends Contender {
  readonly trackerPid: number
}

export async function openNative(): Promise<NativeContender> {
  const page = await openBenchPage('page')
  const client = await startTracker(page.origin)
  const token = 'bench'
  client.admit(token)
  const endpoint = { url: `ws://127.0.0.1:${client.port}`, token }
  const model = { kind: 'broken', message: verbatim('not needed'), fix: verbatim('') } as const
  await page.tell(
    { kind: 'open', command: { name: 'native', delegate: 'cpu', endpoint, model } },
    'opened',
  )
  const contender = contenderOf('native', page, [page.browserPid, client.pid])
  return {
    ...contender,
    trackerPid: client.pid,
    close: async () => {
      client.kill()
      await contender.close()
    },
  }
}

export async function openTasksVision(): Promise<Contender> {
  const page = await openBenchPage('page')
  const model = { kind: 'found', url: '/models/hand_landmarker_full.task' } as const
  await page.tell(
    { kind: 'open', command: { name: 'mediapipe', delegate: 'cpu', model } },
    'opened',
  )
  return contenderOf('mediapipe', page, [page.browserPid])
}

export async function openLegacyHands(): Promise<Contender> {
  const page = await openBenchPage('legacy')
  const model = {
    kind: 'broken',
    message: verbatim('it brings its own'),
    fix: verbatim(''),
  } as const
  await page.tell({ kind: 'open', command: { name: 'legacy', delegate: 'cpu', model } }, 'opened')
  return contenderOf('legacy', page, [page.browserPid])
}

function contenderOf(name: string, page: BenchPage, pids: readonly number[]): Contender {
  return {
    name,
    load: async (clip) =>
      (
        await page.tell(
          clip.command((args) => page.offer(args)),
          'loaded',
        )
      ).frames,
    run: (frames, fps) => page.tell({ kind: 'run', tracker: name, frames, fps }, 'ran'),
    cpuSeconds: () => cpuSecondsOf(pids),
    close: () => page.close(),
  }
}

async function startTracker(origin: string): Promise<TrackerClient> {
  const opened = await openTrackerClient(join(ROOT, 'src/programs/tracker-process.ts'), {
    subject: 'hands',
    modelsFolder: MODELS_FOLDER,
    size: 'full',
    port: 0,
    origins: [origin],
  })
  if (!opened.ok) throw new Error(inEnglish(opened.problem.message))
  return opened.value
}

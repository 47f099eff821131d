import type { TrackerCommand } from '../../src/contract/channels/status.ts'
import { inEnglish } from '../../src/core/sentence/sentence.ts'
import { createMediapipeTracker } from '../../src/renderer/capture/tracking/trackers/mediapipe-tracker.ts'
import { createNativeTracker } from '../../src/renderer/capture/tracking/trackers/native-tracker.ts'
import type { HandTracker } from '../../src/renderer/capture/tracking/trackers/tracker.ts'
import { cameraFrame, loadFrames } from './loaded-frames.ts'
import type { BenchAnswer, LoadedFrames, WorkerRequest } from './commands.ts'
import { pacedRun } from './paced-run.ts'

/** The app's own trackers in a worker, fed with frames that are in memory already. */
const trackers = new Map<string, HandTracker>()
let loaded: LoadedFrames = { widthPx: 0, heightPx: 0, frames: [] }
/** Trackers want times that increase, over all runs. */
let atMs = 0

// As in the app's tracker worker: tasks-vision finds no importScripts in a module worker.
Object.assign(self, { import: (url: string): Promise<unknown> => import(/* @vite-ignore */ url) })

function take(frames: LoadedFrames): BenchAnswer {
  loaded = frames
  return { kind: 'loaded', frames: frames.frames.length }
}

async function open(command: TrackerCommand): Promise<BenchAnswer> {
  const tracker =
    command.name === 'native'
      ? createNativeTracker()
      : createMediapipeTracker({ wasmUrl: new URL('/wasm', location.href).href })
  trackers.get(command.name)?.close()
  trackers.set(command.name, tracker)
  const status = await tracker.open(command)
  if (status.kind === 'ready') return { kind: 'opened' }
  return {
    kind: 'failed',
    message: status.kind === 'failed' ? inEnglish(status.message) : status.kind,
  }
}

function run(command: Extract<WorkerRequest, { kind: 'run' }>): Promise<BenchAnswer> {
  const tracker = trackers.get(command.tracker)
  if (!tracker) throw new Error(`worker: ${command.tracker} is not open`)
  return pacedRun(command, async (index) => {
    const frame = cameraFrame(loaded, index)
    // tasks-vision is given what it is quickest with, made beforehand and not counted; native what a camera gives.
    const picture = tracker.name === 'mediapipe' ? await createImageBitmap(frame) : frame
    atMs += 1000 / (command.fps ?? 30)
    const beganMs = performance.now()
    const hands = await tracker.detect(picture, atMs)
    const tookMs = performance.now() - beganMs
    picture.close()
    frame.close()
    return { tookMs, hands: hands.length }
  })
}

async function carryOut(command: WorkerRequest): Promise<BenchAnswer> {
  switch (command.kind) {
    case 'load':
      return take(await loadFrames(command.source))
    case 'take':
      return take(command)
    case 'open':
      return open(command.command)
    case 'run':
      return run(command)
    case 'load-demo':
      return { kind: 'failed', message: 'worker: the demo hand is drawn by the page' }
  }
}

onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  void carryOut(data)
    .catch((error: unknown): BenchAnswer => ({ kind: 'failed', message: String(error) }))
    .then((answer) => {
      postMessage(answer)
    })
}

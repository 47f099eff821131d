import type { TrackerOrder } from '../../src/contract/status.ts'
import { inEnglish } from '../../src/core/sentence.ts'
import { createMediapipeTracker } from '../../src/renderer/tracking/mediapipe-tracker.ts'
import { createNativeTracker } from '../../src/renderer/tracking/native-tracker.ts'
import type { HandTracker } from '../../src/renderer/tracking/tracker.ts'
import { cameraFrame, loadFrames } from './loaded-frames.ts'
import type { BenchAnswer, LoadedFrames, WorkerOrder } from './orders.ts'
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

async function open(order: TrackerOrder): Promise<BenchAnswer> {
  const tracker =
    order.name === 'native'
      ? createNativeTracker()
      : createMediapipeTracker({ wasmUrl: new URL('/wasm', location.href).href })
  trackers.get(order.name)?.close()
  trackers.set(order.name, tracker)
  const status = await tracker.open(order)
  if (status.kind === 'ready') return { kind: 'opened' }
  return {
    kind: 'failed',
    message: status.kind === 'failed' ? inEnglish(status.message) : status.kind,
  }
}

function run(order: Extract<WorkerOrder, { kind: 'run' }>): Promise<BenchAnswer> {
  const tracker = trackers.get(order.tracker)
  if (!tracker) throw new Error(`worker: ${order.tracker} is not open`)
  return pacedRun(order, async (index) => {
    const frame = cameraFrame(loaded, index)
    // tasks-vision is given what it is quickest with, made beforehand and not counted; native what a camera gives.
    const picture = tracker.name === 'mediapipe' ? await createImageBitmap(frame) : frame
    atMs += 1000 / (order.fps ?? 30)
    const beganMs = performance.now()
    const hands = await tracker.detect(picture, atMs)
    const tookMs = performance.now() - beganMs
    picture.close()
    frame.close()
    return { tookMs, hands: hands.length }
  })
}

async function carryOut(order: WorkerOrder): Promise<BenchAnswer> {
  switch (order.kind) {
    case 'load':
      return take(await loadFrames(order.source))
    case 'take':
      return take(order)
    case 'open':
      return open(order.order)
    case 'run':
      return run(order)
    case 'load-demo':
      return { kind: 'failed', message: 'worker: the demo hand is drawn by the page' }
  }
}

onmessage = ({ data }: MessageEvent<WorkerOrder>) => {
  void carryOut(data)
    .catch((error: unknown): BenchAnswer => ({ kind: 'failed', message: String(error) }))
    .then((answer) => {
      postMessage(answer)
    })
}

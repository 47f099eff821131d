import type { TrackerOrder } from '../../contract/status.ts'
import { cameraLike } from './camera-like.ts'
import type { HandTracker } from './hand-tracker.ts'
import { measureTrackers } from './measure-trackers.ts'
import { createMediapipeTracker } from './mediapipe-tracker.ts'
import { createNativeTracker } from './native-tracker.ts'
import { TrackerLoop } from './tracker-loop.ts'
import { keepWasmFactory } from './keep-wasm-factory.ts'
import type { TimedPicture, TrackerCommand, TrackerReport } from './messages.ts'

/** The thread that turns pictures into hands. It owns the tracker; what happens when is in tracker-loop.ts. */
let pump: MessagePort | undefined
let wasmUrl = ''

keepWasmFactory()

function createTracker({ name }: TrackerOrder): HandTracker | undefined {
  if (name === 'mediapipe') return createMediapipeTracker({ wasmUrl })
  return name === 'native' ? createNativeTracker() : undefined
}

const nowMs = (): number => performance.now()

const loop = new TrackerLoop({
  createTracker,
  report: (message: TrackerReport) => {
    postMessage(message)
  },
  askNext: () => {
    pump?.postMessage(undefined)
  },
  nowMs,
  epochMs: () => performance.timeOrigin + performance.now(),
  after: (delayMs, act) => {
    const timer = setTimeout(act, delayMs)
    return () => {
      clearTimeout(timer)
    }
  },
})

async function measure(orders: readonly TrackerOrder[], picture: ImageBitmap): Promise<void> {
  loop.rest()
  const frame = cameraLike(picture)
  picture.close()
  const timings = await measureTrackers(orders, frame, { createTracker, nowMs })
  frame.close()
  const report: TrackerReport = { kind: 'timings', timings }
  postMessage(report)
}

onmessage = ({ data: command }: MessageEvent<TrackerCommand>) => {
  switch (command.kind) {
    case 'pump':
      pump = command.port
      pump.onmessage = ({ data }: MessageEvent<TimedPicture>) => {
        void loop.take(data)
      }
      return
    case 'mirrored':
      loop.setMirrored(command.isSourceMirrored)
      return
    case 'open':
      wasmUrl = command.wasmUrl
      void loop.open(command.order)
      return
    case 'measure':
      wasmUrl = command.wasmUrl
      void measure(command.orders, command.picture)
  }
}

import type { TrackerOrder } from '../../contract/status.ts'
import { createMediapipeTracker } from './mediapipe-tracker.ts'
import { TrackerLoop } from './tracker-loop.ts'
import { keepWasmFactory } from './keep-wasm-factory.ts'
import type { TimedPicture, TrackerCommand, TrackerReport } from './messages.ts'

/** The thread that turns pictures into hands. It owns the tracker; what happens when is in tracker-loop.ts. */
let pump: MessagePort | undefined
let wasmUrl = ''

keepWasmFactory()

const loop = new TrackerLoop({
  createTracker: (order: TrackerOrder) =>
    order.name === 'mediapipe' ? createMediapipeTracker({ wasmUrl }) : undefined,
  report: (message: TrackerReport) => {
    postMessage(message)
  },
  askNext: () => {
    pump?.postMessage(undefined)
  },
  nowMs: () => performance.now(),
  epochMs: () => performance.timeOrigin + performance.now(),
  after: (delayMs, act) => {
    const timer = setTimeout(act, delayMs)
    return () => {
      clearTimeout(timer)
    }
  },
})

onmessage = ({ data: command }: MessageEvent<TrackerCommand>) => {
  switch (command.kind) {
    case 'pump':
      pump = command.port
      pump.onmessage = ({ data }: MessageEvent<TimedPicture>) => {
        loop.take(data)
      }
      return
    case 'mirrored':
      loop.setMirrored(command.isSourceMirrored)
      return
    case 'open':
      wasmUrl = command.wasmUrl
      void loop.open(command.order)
  }
}

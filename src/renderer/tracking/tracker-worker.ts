import type { TrackerOrder } from '../../contract/status.ts'
import { createMediapipeTracker } from './mediapipe-tracker.ts'
import { TrackerLoop } from './tracker-loop.ts'
import type { TimedPicture, TrackerCommand, TrackerReport } from './messages.ts'

/** The thread that turns pictures into hands. It owns the tracker; what happens when is in tracker-loop.ts. */
let pump: MessagePort | undefined
let wasmUrl = ''

// tasks-vision loads its wasm by importScripts, which a module worker lacks, and then by `self.import` where there is one.
Object.assign(self, { import: (url: string): Promise<unknown> => import(/* @vite-ignore */ url) })

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

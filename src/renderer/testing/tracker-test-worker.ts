import type { TrackerCommand, TrackerStatus } from '../../contract/channels/status.ts'
import type { TrackedHand } from '../../core/hand/hand-frame.ts'
import { keepWasmFactory } from '../capture/tracking/trackers/keep-wasm-factory.ts'
import { createMediapipeTracker } from '../capture/tracking/trackers/mediapipe-tracker.ts'

/** A tracker in a worker, as in the app, which is shown pictures one after another, a tenth of a second apart. */
export interface TrackerQuestion {
  readonly command: TrackerCommand
  readonly wasmUrl: string
  /** Makes the GPU refuse, as on a machine that has none. */
  readonly hasBrokenGpu: boolean
  readonly pictures: readonly ImageBitmap[]
}

export interface TrackerAnswer {
  readonly status: TrackerStatus
  readonly triedDelegates: readonly string[]
  /** Per picture, the hands that were seen. */
  readonly hands: readonly (readonly TrackedHand<'picture'>[])[]
}

keepWasmFactory()

/** A canvas that is taken for 2D drawing has no WebGL: what the library then meets is a GPU that is not there. */
function canvasWithoutWebGl(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(1, 1)
  canvas.getContext('2d')
  return canvas
}

onmessage = async ({ data }: MessageEvent<TrackerQuestion>) => {
  const triedDelegates: string[] = []
  const tracker = createMediapipeTracker({
    wasmUrl: data.wasmUrl,
    canvasFor: (delegate) => {
      triedDelegates.push(delegate)
      return delegate === 'gpu' && data.hasBrokenGpu
        ? canvasWithoutWebGl()
        : new OffscreenCanvas(1, 1)
    },
  })
  const status = await tracker.open(data.command)
  const hands: (readonly TrackedHand<'picture'>[])[] = []
  for (const [index, picture] of data.pictures.entries()) {
    hands.push(await tracker.detect(picture, 1 + index * 100))
  }
  tracker.close()
  const answer: TrackerAnswer = { status, triedDelegates, hands }
  postMessage(answer)
}

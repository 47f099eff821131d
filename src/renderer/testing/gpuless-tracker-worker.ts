import type { TrackerOrder } from '../../contract/status.ts'
import { createMediapipeTracker } from '../tracking/mediapipe-tracker.ts'
import { keepWasmFactory } from '../tracking/keep-wasm-factory.ts'

/** A tracker in a worker, as in the app, on a machine whose GPU refuses. Answers with what came of it. */
export interface GpulessQuestion {
  readonly order: TrackerOrder
  readonly wasmUrl: string
  readonly picture: ImageBitmap | undefined
}

keepWasmFactory()

/** A canvas that is taken for 2D drawing has no WebGL: what the library then meets is a GPU that is not there. */
function canvasWithoutWebGl(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(1, 1)
  canvas.getContext('2d')
  return canvas
}

onmessage = async ({ data }: MessageEvent<GpulessQuestion>) => {
  const tried: string[] = []
  const tracker = createMediapipeTracker({
    wasmUrl: data.wasmUrl,
    canvasFor: (delegate) => {
      tried.push(delegate)
      return delegate === 'gpu' ? canvasWithoutWebGl() : new OffscreenCanvas(1, 1)
    },
  })
  const status = await tracker.open(data.order)
  const isReady = status.kind === 'ready' && data.picture !== undefined
  const hands = isReady && data.picture ? tracker.detect(data.picture, 1) : []
  tracker.close()
  postMessage({ status, tried, hands })
}

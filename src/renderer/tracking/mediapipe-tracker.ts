import { FilesetResolver, HandLandmarker, type HandLandmarkerResult } from '@mediapipe/tasks-vision'
import type { TrackerOrder, TrackerStatus } from '../../contract/status.ts'
import { graphicsRendererName, isSoftwareRenderer } from './graphics-renderer.ts'
import type { HandTracker, SeenHand, TrackerPicture } from './hand-tracker.ts'
import { pictureSize } from './picture-look.ts'

type Delegate = 'cpu' | 'gpu'

interface MediapipeOptions {
  /** Folder of the wasm files, on this app's own server or protocol. */
  readonly wasmUrl: string
  /** The canvas whose WebGL context the library computes with. */
  readonly canvasFor?: (delegate: Delegate) => OffscreenCanvas
}

const NAME = 'mediapipe'
const REBUILD_MODELS = 'npm run models'
const REBUILD_ALL = 'npm run models && npm run build'

/** MediaPipe's hand landmarker (tasks-vision 0.10.35, the last version without telemetry), two hands, video mode. */
export function createMediapipeTracker(options: MediapipeOptions): HandTracker {
  const canvasFor = options.canvasFor ?? (() => new OffscreenCanvas(1, 1))
  let landmarker: HandLandmarker | undefined

  const openWith = async (model: Uint8Array, delegate: Delegate): Promise<HandLandmarker> => {
    const opened = await HandLandmarker.createFromOptions(
      // The module build of the wasm: a module worker has no importScripts.
      await FilesetResolver.forVisionTasks(options.wasmUrl, true),
      {
        baseOptions: {
          modelAssetBuffer: model,
          delegate: delegate === 'gpu' ? 'GPU' : 'CPU',
        },
        canvas: canvasFor(delegate),
        runningMode: 'VIDEO',
        numHands: 2,
      },
    )
    warmUp(opened)
    return opened
  }

  return {
    name: NAME,
    open: async (order) => {
      const model = await fetchModel(order)
      if (!model.ok) return model.status
      for (const delegate of delegatesFor(order.delegate)) {
        try {
          landmarker = await openWith(model.bytes, delegate)
          return { kind: 'ready', name: NAME, delegate }
        } catch {
          // The GPU refused: the CPU is tried next. The CPU refused: the status below says so.
        }
      }
      return failed(
        'Hand tracking could not start. Its program or its model may be damaged.',
        REBUILD_ALL,
      )
    },
    detect: async (picture, atMs) => {
      const copy = await takenOut(picture)
      try {
        if (!landmarker) throw new Error('createMediapipeTracker.detect: the tracker is not open')
        return handsOf(landmarker.detectForVideo(copy ?? picture, atMs))
      } finally {
        copy?.close()
      }
    },
    close: () => {
      landmarker?.close()
      landmarker = undefined
    },
  }
}

/** The models look at 192 to 224 pixels; a larger picture only costs. */
const LONGEST_SIDE_PX = 640

/**
 * A copy of at most that size where one is needed, else undefined. A camera's own frame is always copied, and closed: a
 * camera has three or four to lend and takes no new picture while all are out, so that holding one for as long as
 * tasks-vision works would make the next the oldest there is.
 */
async function takenOut(picture: TrackerPicture): Promise<ImageBitmap | undefined> {
  const { widthPx, heightPx } = pictureSize(picture)
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(widthPx, heightPx))
  const isLent = picture instanceof VideoFrame
  if (scale === 1 && !isLent) return undefined
  const copy = await createImageBitmap(picture, {
    resizeWidth: Math.round(widthPx * scale),
    resizeHeight: Math.round(heightPx * scale),
    resizeQuality: 'low',
  })
  if (isLent) picture.close()
  return copy
}

const failed = (message: string, fix: string): TrackerStatus => ({
  kind: 'failed',
  name: NAME,
  message,
  fix,
})

function delegatesFor(asked: TrackerOrder['delegate']): readonly Delegate[] {
  if (asked === 'cpu') return ['cpu']
  if (asked === 'gpu') return ['gpu', 'cpu']
  const name = graphicsRendererName()
  return name === undefined || isSoftwareRenderer(name) ? ['cpu'] : ['gpu', 'cpu']
}

type FetchedModel = { ok: true; bytes: Uint8Array } | { ok: false; status: TrackerStatus }

async function fetchModel({ model }: TrackerOrder): Promise<FetchedModel> {
  if (model.kind === 'broken') return { ok: false, status: failed(model.message, model.fix) }
  const refused = (why: string): FetchedModel => ({
    ok: false,
    status: failed(`The hand model ${fileName(model.url)} ${why}.`, REBUILD_MODELS),
  })
  try {
    const answer = await fetch(model.url)
    if (!answer.ok) return refused('is missing')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return isTaskBundle(bytes) ? { ok: true, bytes } : refused('is damaged')
  } catch {
    return refused('could not be read')
  }
}

const fileName = (url: string): string => url.split('/').at(-1) ?? url
/** A .task bundle is a zip: "PK". */
const isTaskBundle = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** A GPU that cannot run the model says so only at the first picture, so that one is an empty one of ours. */
function warmUp(landmarker: HandLandmarker): void {
  const picture = new OffscreenCanvas(64, 64)
  picture.getContext('2d')?.fillRect(0, 0, 64, 64)
  landmarker.detectForVideo(picture, 0)
}

function handsOf({ landmarks, worldLandmarks, handedness }: HandLandmarkerResult): SeenHand[] {
  return landmarks.flatMap((points, index) => {
    const world = worldLandmarks[index]
    const side = handedness[index]?.[0]
    if (!world || !side) return []
    return [
      {
        /**
         * @note Older versions assumed a selfie view and named the hands the other way round. 0.10.35 names them as
         * they are in an unmirrored picture: right on 17 of 18 photographs of people, and on the demo hand.
         */
        handedness: side.categoryName === 'Left' ? 'left' : 'right',
        score: Math.min(1, Math.max(0, side.score)),
        landmarks: points.map(({ x, y, z }) => ({ x, y, z })),
        world: world.map(({ x, y, z }) => ({ x, y, z })),
      },
    ]
  })
}

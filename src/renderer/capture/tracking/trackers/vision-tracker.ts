import { FilesetResolver } from '@mediapipe/tasks-vision'
import { say } from '../../../../contract/words/say.ts'
import type { TrackerCommand, TrackerStatus } from '../../../../contract/channels/status.ts'
import { toType, type Sentence } from '../../../../core/sentence/sentence.ts'
import { graphicsRendererName, isSoftwareRenderer } from './graphics-renderer.ts'
import { pictureSize } from '../pump/picture-statistics.ts'
import type { Tracker, TrackerPicture } from './tracker.ts'

type Delegate = 'cpu' | 'gpu'

export interface VisionOptions {
  /** Folder of the wasm files, on this app's own server or protocol. */
  readonly wasmUrl: string
  /** The canvas whose WebGL context the library computes with. */
  readonly canvasFor?: (delegate: Delegate) => OffscreenCanvas
}

interface BaseOptions {
  baseOptions: { modelAssetBuffer: Uint8Array; delegate: 'GPU' | 'CPU' }
  canvas: OffscreenCanvas
  runningMode: 'VIDEO'
}
type Fileset = Awaited<ReturnType<typeof FilesetResolver.forVisionTasks>>
interface Landmarker<Result> {
  detectForVideo(picture: TexImageSource, atMs: number): Result
  close(): void
}

/** One of the library's landmarkers. */
export interface VisionTask<Result, Seen> {
  /** As people are told of the model and of what it does. */
  readonly model: 'hand' | 'body'
  readonly what: Sentence
  make(fileset: Fileset, base: BaseOptions): Promise<Landmarker<Result>>
  seen(result: Result, atMs: number): readonly Seen[]
}

const NAME = 'mediapipe'
const REBUILD_MODELS = toType('npm run models')
const REBUILD_ALL = toType('npm run models && npm run build')

/** A landmarker of tasks-vision (0.10.35, the last version without telemetry) in video mode. */
export function createVisionTracker<Result, Seen>(
  task: VisionTask<Result, Seen>,
  options: VisionOptions,
): Tracker<Seen> {
  let landmarker: Landmarker<Result> | undefined

  return {
    name: NAME,
    open: async (command) => {
      const model = await fetchModel(command, task.model)
      if (!model.ok) return model.status
      for (const delegate of delegatesFor(command.delegate)) {
        try {
          landmarker = await openLandmarker(task, options, model.bytes, delegate)
          return { kind: 'ready', name: NAME, delegate }
        } catch {
          // The GPU refused: the CPU is tried next. The CPU refused: the status below says so.
        }
      }
      const message = say('{} could not start. Its program or its model may be damaged.', task.what)
      return failed(message, REBUILD_ALL)
    },
    detect: async (picture, atMs) => {
      const copy = await bitmapOf(picture)
      try {
        if (!landmarker) throw new Error('createVisionTracker.detect: the tracker is not open')
        return task.seen(landmarker.detectForVideo(copy ?? picture, atMs), atMs)
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

/** Throws where the delegate cannot run the model, now rather than at the first picture that counts. */
async function openLandmarker<Result>(
  task: VisionTask<Result, unknown>,
  { wasmUrl, canvasFor = () => new OffscreenCanvas(1, 1) }: VisionOptions,
  model: Uint8Array,
  delegate: Delegate,
): Promise<Landmarker<Result>> {
  const opened = await task.make(
    // The module build of the wasm: a module worker has no importScripts.
    await FilesetResolver.forVisionTasks(wasmUrl, true),
    {
      baseOptions: {
        modelAssetBuffer: model,
        delegate: delegate === 'gpu' ? 'GPU' : 'CPU',
      },
      canvas: canvasFor(delegate),
      runningMode: 'VIDEO',
    },
  )
  warmUp(opened)
  return opened
}

/** The models look at 192 to 256 pixels; a larger picture only costs. */
const LONGEST_SIDE_PX = 640

/**
 * A copy of at most that size where one is needed, else undefined. A camera's own frame is always copied, and closed: a
 * camera has three or four to lend and takes no new picture while all are out, so that holding one for as long as
 * tasks-vision works would make the next the oldest there is.
 */
async function bitmapOf(picture: TrackerPicture): Promise<ImageBitmap | undefined> {
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

const failed = (message: Sentence, fix: Sentence): TrackerStatus => ({
  kind: 'failed',
  name: NAME,
  message,
  fix,
})

function delegatesFor(asked: TrackerCommand['delegate']): readonly Delegate[] {
  if (asked === 'cpu') return ['cpu']
  if (asked === 'gpu') return ['gpu', 'cpu']
  const name = graphicsRendererName()
  return name === undefined || isSoftwareRenderer(name) ? ['cpu'] : ['gpu', 'cpu']
}

type FetchedModel = { ok: true; bytes: Uint8Array } | { ok: false; status: TrackerStatus }

const MODELS = { hand: say('hand'), body: say('body') }

async function fetchModel(
  { model }: TrackerCommand,
  kind: VisionTask<unknown, unknown>['model'],
): Promise<FetchedModel> {
  if (model.kind === 'broken') return { ok: false, status: failed(model.message, model.fix) }
  const modelRefused = (why: Sentence): FetchedModel => {
    const message = say('The {} model {} {}.', MODELS[kind], fileName(model.url), why)
    return { ok: false, status: failed(message, REBUILD_MODELS) }
  }
  try {
    const answer = await fetch(model.url)
    if (!answer.ok) return modelRefused(say('is missing'))
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return isTaskBundle(bytes) ? { ok: true, bytes } : modelRefused(say('is damaged'))
  } catch {
    return modelRefused(say('could not be read'))
  }
}

const fileName = (url: string): string => url.split('/').at(-1) ?? url
/** A .task bundle is a zip: "PK". */
const isTaskBundle = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** A GPU that cannot run the model says so only at the first picture, so that one is an empty one of ours. */
function warmUp(landmarker: Landmarker<unknown>): void {
  const picture = new OffscreenCanvas(64, 64)
  picture.getContext('2d')?.fillRect(0, 0, 64, 64)
  landmarker.detectForVideo(picture, 0)
}

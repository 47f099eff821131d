import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheKey, readCached, writeCached } from './landmark-cache.ts'
import { openLandmarkBrowser, type LandmarkBrowser } from './landmark-browser.ts'
import { parseRawPicture, parseRawVideo, type RawPicture, type RawVideoFrame } from './raw-hands.ts'

const REPO = join(import.meta.dirname, '..', '..')
const MODEL = 'hand_landmarker_full.task'
const BATCH = 25

export interface ImageOptions {
  /** Black border added on every side, as a share of the picture's size. Tightly cropped hands need 0.35. */
  readonly padRatio?: number
  /** Gives the model the picture's mirror image. */
  readonly mirrored?: boolean
  /** Called after every batch, and once at the start, with how many pictures are done. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * What tasks-vision (CPU, IMAGE mode, full model, two hands, default confidences) finds in each picture, in the order
 * given; undefined for a file that is no picture. Results are kept in .beckon/cache/landmarks, so only new pictures
 * cost time: about 100 ms each.
 */
export async function landmarksOfImages(
  files: readonly string[],
  { padRatio = 0, mirrored = false, onProgress }: ImageOptions = {},
): Promise<(RawPicture | undefined)[]> {
  const options = { padRatio, mirrored }
  const keys = await Promise.all(files.map((file) => cacheKey(file, options, maker())))
  const results = await Promise.all(keys.map((key) => readCached(key, parseMaybePicture)))
  const todo = [...files.keys()].filter((index) => results[index] === undefined)
  onProgress?.(files.length - todo.length, files.length)
  if (todo.length > 0) {
    await withBrowser(async (browser) => {
      for (let at = 0; at < todo.length; at += BATCH) {
        const batch = todo.slice(at, at + BATCH)
        const made = await extractImages(
          browser,
          batch.map((index) => files[index] ?? ''),
          options,
        )
        for (const [offset, index] of batch.entries()) {
          results[index] = made[offset]
          await writeCached(keys[index] ?? '', made[offset] ?? null)
        }
        onProgress?.(files.length - todo.length + at + batch.length, files.length)
      }
    })
  }
  return results.map((result) => result ?? undefined)
}

async function extractImages(
  browser: LandmarkBrowser,
  files: readonly string[],
  options: object,
): Promise<(RawPicture | null)[]> {
  const served = files.map((path) => ({ kind: 'file', path }) as const)
  const made = await browser.run('landmarksOfImages', served, { ...options, model: MODEL })
  if (!Array.isArray(made)) throw new Error('landmarksOfImages: the page answered with no list')
  return made.map(parseMaybePicture)
}

export interface VideoOptions {
  /** Frames per second given to the tracker; without it, the video's own rate. */
  readonly fps?: number
  /** Longest side given to the tracker; a larger video is scaled down, as the app does. */
  readonly maxSidePx?: number
}

/** What tasks-vision (CPU, VIDEO mode: it tracks from frame to frame) finds in each frame of a video ffmpeg reads. */
export async function landmarksOfVideo(
  file: string,
  { fps, maxSidePx = 640 }: VideoOptions = {},
): Promise<RawVideoFrame[]> {
  const options = { fps: fps ?? 'own', maxSidePx }
  const key = await cacheKey(file, options, maker())
  const kept = await readCached(key, parseRawVideo)
  if (kept !== undefined) return kept
  const { ffmpegArgs, widthPx, heightPx, rate } = await rawVideo(file, 'rgba', { fps, maxSidePx })
  const frames = await withBrowser(async (browser) =>
    parseRawVideo(
      await browser.run('landmarksOfFrames', [{ kind: 'frames', ffmpegArgs }], {
        model: MODEL,
        widthPx,
        heightPx,
        fps: rate,
      }),
    ),
  )
  await writeCached(key, frames)
  return frames
}

/** How to have ffmpeg give a video's frames as raw pixels, of the size and at the rate that trackers are given. */
export async function rawVideo(
  file: string,
  pixelFormat: 'rgba' | 'rgb24',
  { fps, maxSidePx = 640 }: { readonly fps?: number | undefined; readonly maxSidePx?: number } = {},
): Promise<{
  readonly ffmpegArgs: readonly string[]
  readonly widthPx: number
  readonly heightPx: number
  /** Frames per second. */
  readonly rate: number
}> {
  const source = await probe(file)
  const scale = Math.min(1, maxSidePx / Math.max(source.widthPx, source.heightPx))
  const widthPx = Math.round(source.widthPx * scale)
  const heightPx = Math.round(source.heightPx * scale)
  const rate = fps ?? source.fps
  const filter = `fps=${rate},scale=${widthPx}:${heightPx}`
  const raw = ['-f', 'rawvideo', '-pix_fmt', pixelFormat, '-']
  const ffmpegArgs = ['-v', 'error', '-i', file, '-an', '-vf', filter, ...raw]
  return { ffmpegArgs, widthPx, heightPx, rate }
}

async function probe(file: string): Promise<{ widthPx: number; heightPx: number; fps: number }> {
  const show = 'stream=width,height,avg_frame_rate:stream_side_data=rotation'
  const args = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', show, '-of', 'json', file]
  const { stdout } = await promisify(execFile)('ffprobe', args)
  const stream = JSON.parse(stdout).streams?.[0]
  if (stream === undefined) throw new Error(`landmarksOfVideo: no video stream in ${file}`)
  const isTurned = Math.abs(stream.side_data_list?.[0]?.rotation ?? 0) % 180 === 90
  return {
    widthPx: isTurned ? stream.height : stream.width,
    heightPx: isTurned ? stream.width : stream.height,
    fps: rateOf(String(stream.avg_frame_rate)),
  }
}

/** What browsers record says 0/0 or a thousand: it is looked at as most cameras see. */
function rateOf(text: string): number {
  const [over = 0, under = 1] = text.split('/').map(Number)
  const rate = over / under
  return rate > 0 && rate <= 240 ? rate : 30
}

async function withBrowser<Value>(
  use: (browser: LandmarkBrowser) => Promise<Value>,
): Promise<Value> {
  const browser = await openLandmarkBrowser()
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}

/** null is kept for a file that is no picture, so that it is not tried again and again. */
function parseMaybePicture(value: unknown): RawPicture | null {
  return value === null ? null : parseRawPicture(value)
}

/** What made a result: library version, model, and the extraction page itself. */
function maker(): string {
  const manifest = JSON.parse(readFileSync(join(REPO, 'resources/models-manifest.json'), 'utf8'))
  // Not the whole list: a model that is not used here must not make everything anew.
  const model = manifest.outputs[MODEL].sha256
  const library = readFileSync(join(REPO, 'node_modules/@mediapipe/tasks-vision/package.json'))
  const page = readFileSync(join(import.meta.dirname, 'landmark-page.js'))
  const hash = createHash('sha256')
  for (const part of [model, library, page]) hash.update(part)
  return hash.digest('hex')
}

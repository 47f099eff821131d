import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheKey, readCached, writeCached } from './landmark-cache.ts'
import { landmarksOfImages, landmarksOfVideo } from './landmarks.ts'
import { openNativeLandmarks, type NativeLandmarks } from './native-landmarks.ts'
import { parseRawPicture, parseRawVideo, type RawPicture, type RawVideoFrame } from './raw-hands.ts'

/** The app's two trackers. On a CPU the first start keeps the native one. */
export type TrackerName = 'native' | 'mediapipe'

/** What one of the app's trackers finds. Results are kept in .beckon/cache/landmarks. */
export interface HandSource {
  /** In the order given; undefined for a file that is no picture. */
  ofImages(files: readonly string[], padRatio?: number): Promise<(RawPicture | undefined)[]>
  ofVideo(file: string): Promise<RawVideoFrame[]>
  close(): Promise<void>
}

export const parseTrackerName = (name: string): TrackerName => {
  if (name === 'native' || name === 'mediapipe') return name
  throw new Error(`--tracker: expected native or mediapipe, got ${name}`)
}

export function openHandSource(tracker: TrackerName): HandSource {
  if (tracker === 'native') return nativeSource()
  return {
    ofImages: (files, padRatio = 0) => landmarksOfImages(files, { padRatio }),
    ofVideo: (file) => landmarksOfVideo(file),
    close: () => Promise.resolve(),
  }
}

function nativeSource(): HandSource {
  const made = nativeMaker()
  let native: Promise<NativeLandmarks> | undefined
  const engine = (): Promise<NativeLandmarks> => (native ??= openNativeLandmarks())
  const kept = async <Value>(
    file: string,
    options: object,
    parse: (value: unknown) => Value,
    make: () => Promise<Value>,
  ): Promise<Value> => {
    const key = await cacheKey(file, { tracker: 'native', ...options }, made)
    const found = await readCached(key, parse)
    if (found !== undefined) return found
    const fresh = await make()
    await writeCached(key, fresh)
    return fresh
  }
  return {
    async ofImages(files, padRatio = 0) {
      const pictures: (RawPicture | undefined)[] = []
      for (const file of files) {
        const make = async () => (await (await engine()).ofImage(file, padRatio)) ?? null
        pictures.push((await kept(file, { padRatio }, parseMaybe, make)) ?? undefined)
      }
      return pictures
    },
    ofVideo: (file) =>
      kept(file, { video: true }, parseRawVideo, async () => (await engine()).ofVideo(file)),
    close: async () => (await native)?.close(),
  }
}

/** null is kept for a file that is no picture, so that it is not tried again and again. */
const parseMaybe = (value: unknown): RawPicture | null =>
  value === null ? null : parseRawPicture(value)

/** What made a result: the models, and every line of code between pixels and landmarks. */
function nativeMaker(): string {
  const repo = join(import.meta.dirname, '../..')
  const code = globSync('src/{vision,inference}/**/*.ts', { cwd: repo })
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) => !/(pixel-server|restart-policy|tracker-|letter|pose|body)/.test(file))
    .sort()
  const hash = createHash('sha256')
  for (const file of [
    'resources/models-manifest.json',
    'evals/support/native-landmarks.ts',
    ...code,
  ])
    hash.update(readFileSync(join(repo, file)))
  return hash.digest('hex')
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheKey, readCached, writeCached } from './landmark-cache.ts'
import { openNativeLandmarks, type NativeLandmarks } from './native-landmarks.ts'
import { parseRawPicture, parseRawVideo, type RawPicture } from './raw-hands.ts'

const MANIFEST = join(import.meta.dirname, '../../resources/models-manifest.json')
/** Raise it when src/vision changes what is found: the models alone do not tell. */
const VISION_VERSION = 1

/** As NativeLandmarks, but what was found before is kept in .beckon/cache/landmarks. The engine opens when it is needed. */
export function openCachedNativeLandmarks(): NativeLandmarks {
  const made = maker()
  let opening: Promise<NativeLandmarks> | undefined
  const native = (): Promise<NativeLandmarks> => (opening ??= openNativeLandmarks())
  return {
    ofImage: async (file, padRatio) => {
      const key = await cacheKey(file, { padRatio }, made)
      const kept = await readCached(key, parseMaybePicture)
      if (kept !== undefined) return kept ?? undefined
      const found = await (await native()).ofImage(file, padRatio)
      await writeCached(key, found ?? null)
      return found
    },
    ofVideo: async (file) => {
      const key = await cacheKey(file, {}, made)
      const kept = await readCached(key, parseRawVideo)
      if (kept !== undefined) return kept
      const found = await (await native()).ofVideo(file)
      await writeCached(key, found)
      return found
    },
    close: async () => {
      if (opening !== undefined) await (await opening).close()
    },
  }
}

const parseMaybePicture = (value: unknown): RawPicture | null =>
  value === null ? null : parseRawPicture(value)

function maker(): string {
  const { outputs } = JSON.parse(readFileSync(MANIFEST, 'utf8'))
  const models = ['onnx/palm_detection_full.onnx', 'onnx/hand_landmark_full.onnx']
  return ['native', VISION_VERSION, ...models.map((name) => outputs[name].sha256)].join(' ')
}

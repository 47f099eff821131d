import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { bodyOfFound } from '../../src/inference/body-of-found.ts'
import type { PoseEngine } from '../../src/inference/pose-engine.ts'
import type { Body } from '../../src/core/body/body.ts'
import { openLandmarkBrowser } from '../support/landmark-browser.ts'
import { rawVideo } from '../support/landmarks.ts'

/** At the size they were made in: the golden points are in its pixels. */
const OWN_SIZE = { maxSidePx: 4096 }
const MAX_BYTES = 2 ** 31
export const MODELS_FOLDER = join(import.meta.dirname, '../../resources/models/onnx')

export interface VideoBodies {
  /** In pixels. */
  readonly widthPx: number
  readonly heightPx: number
  readonly fps: number
  /** One entry for each frame; undefined where nobody was found. */
  readonly frames: readonly (Body | undefined)[]
}

/** What the native tracker finds in each frame of a video, of one person; `stills`: each frame a picture of its own. */
export async function nativeBodies(
  engine: PoseEngine,
  file: string,
  kind: 'video' | 'stills' = 'video',
): Promise<VideoBodies> {
  const { ffmpegArgs, widthPx, heightPx, rate } = await rawVideo(file, 'rgb24', OWN_SIZE)
  const bytes = execFileSync('ffmpeg', ffmpegArgs, { maxBuffer: MAX_BYTES })
  const strideBytes = widthPx * 3
  const frameBytes = strideBytes * heightPx
  const stream = engine.openStream(1)
  const frames: (Body | undefined)[] = []
  for (let at = 0; at + frameBytes <= bytes.length; at += frameBytes) {
    const data = bytes.subarray(at, at + frameBytes)
    const pixels = { format: 'rgb', widthPx, heightPx, strideBytes, data } as const
    const [found] =
      kind === 'stills'
        ? await engine.detect(pixels)
        : (await stream.detect(pixels, (frames.length * 1000) / rate)).bodies
    frames.push(found && bodyOfFound(found))
  }
  return { widthPx, heightPx, fps: rate, frames }
}

const pointSchema = z.object({
  x: z.number(),
  y: z.number(),
  z: z.number(),
  visibility: z.number(),
})
const framesSchema = z.array(
  z.object({ landmarks: z.array(pointSchema), world: z.array(pointSchema) }),
)

/**
 * The same of tasks-vision, with the same (full) model, told that the frames come at `fps`: with one person it smooths by
 * time. Undefined: each frame is a picture of its own, and nothing is smoothed.
 */
export async function tasksVisionBodies(
  file: string,
  fps: number | undefined,
): Promise<VideoBodies> {
  const { ffmpegArgs, widthPx, heightPx, rate } = await rawVideo(file, 'rgba', OWN_SIZE)
  const browser = await openLandmarkBrowser('pose-page.html')
  try {
    const options = { model: 'pose_landmarker_full.task', widthPx, heightPx, fps }
    const answer = await browser.run('bodiesOfVideo', [{ kind: 'frames', ffmpegArgs }], options)
    const frames = framesSchema.parse(answer).map(({ landmarks, world }): Body | undefined =>
      landmarks.length === 0
        ? undefined
        : {
            trackId: 1,
            landmarks,
            world,
            visibility: landmarks.map(({ visibility }) => visibility),
            inPicture: landmarks.map(() => 1),
          },
    )
    return { widthPx, heightPx, fps: rate, frames }
  } finally {
    await browser.close()
  }
}

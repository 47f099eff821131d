import { open } from 'node:fs/promises'
import { openHandEngine, type HandStream } from '../../main/inference/hand-engine.ts'
import { openPoseEngine, type PoseStream } from '../../main/inference/pose-engine.ts'
import type { FiguresHeader, FrameFigures } from '../results/figures.ts'
import type { WorkerOrder } from '../worker-protocol.ts'
import { drawFigures } from './draw-figures.ts'
import { openEncoder, type Encoder } from './encoder.ts'
import { bodyFigures, handFigures } from './figures-of.ts'
import { openFrames, type VideoFrame } from './frames.ts'
import { probeVideo, type VideoProbe } from './probe.ts'
import { workingSize } from './size.ts'

export interface VideoJob {
  /** Resolves to what the result lacks, if anything. Rejects when there is no result. */
  run(onProgress: (framesDone: number, framesTotal: number) => void): Promise<string | undefined>
}

interface Engines {
  readonly bodies: PoseStream
  readonly hands: HandStream | undefined
}

/**
 * Nobody waits for a frame of a file, so no core waits for another: as many jobs as cores do more together than the same
 * jobs one after another with all cores each.
 */
const THREADS = 1

/** Rejects, with words for people, for a file that holds no video. */
export async function openVideoJob(order: WorkerOrder, modelsFolder: string): Promise<VideoJob> {
  const { options } = order
  const probed = await probeVideo(order.video_path)
  if (probed.kind === 'no-ffmpeg')
    throw new Error('Reading videos needs ffmpeg, which is not here.')
  if (probed.kind === 'unsupported') throw new Error(probed.reason)
  const size = workingSize(probed.video.widthPx, probed.video.heightPx)
  const poseOptions = { folder: modelsFolder, size: options.model, threads: THREADS }
  const engines: Engines = {
    bodies: (await openPoseEngine(poseOptions)).openStream(options.people),
    hands: options.hands
      ? (await openHandEngine({ folder: modelsFolder, size: 'full', threads: THREADS })).openStream(
          2 * options.people,
        )
      : undefined,
  }
  return {
    run: async (onProgress) => {
      const framesTotal = Math.ceil(probed.video.framesTotal / options.every_nth)
      const frames = openFrames({ path: order.video_path, ...size, everyNth: options.every_nth })
      const ratePerS = probed.video.framesPerS / options.every_nth
      const encoder =
        order.annotated_path === undefined
          ? undefined
          : openEncoder(order.annotated_path, size, ratePerS)
      const out = await open(order.result_path, 'w', 0o600)
      let framesDone = 0
      await out.write(`${JSON.stringify(headerOf(order, probed.video))}\n`)
      for await (const frame of frames) {
        await out.write(`${JSON.stringify(await look(frame, engines, encoder))}\n`)
        framesDone += 1
        onProgress(framesDone, framesTotal)
      }
      await out.close()
      await encoder?.finish()
      return whatIsMissing(framesDone, frames.complaint())
    },
  }
}

async function look(
  frame: VideoFrame,
  { bodies, hands }: Engines,
  encoder: Encoder | undefined,
): Promise<FrameFigures> {
  const { pixels, index } = frame
  const found = await bodies.detect(pixels, frame.atMs)
  const foundHands = await hands?.detect(pixels, found.stampMs)
  // A file's frames wait for nobody: the search for further people need not be put off.
  await bodies.lookFurther()
  await hands?.lookFurther()
  if (encoder !== undefined) {
    drawFigures(pixels, found.bodies, foundHands ?? [])
    await encoder.add(pixels)
  }
  const timeMs = Number.isFinite(frame.atMs) ? frame.atMs : found.stampMs
  return {
    frame: index,
    time_ms: Math.round(timeMs * 1000) / 1000,
    people: found.bodies.map(bodyFigures),
    ...(foundHands && { hands: foundHands.map(handFigures) }),
  }
}

function whatIsMissing(framesDone: number, complaint: string | undefined): string | undefined {
  if (framesDone === 0)
    throw new Error(`No frame could be read: ${complaint ?? 'the video is empty'}`)
  if (complaint === undefined) return undefined
  return `The video is damaged; what could be read of it is here. ffmpeg said: ${complaint}`
}

const headerOf = ({ options }: WorkerOrder, video: VideoProbe): FiguresHeader => ({
  format: 'beckon-pose',
  version: 1,
  video: {
    width_px: video.widthPx,
    height_px: video.heightPx,
    frames_per_s: video.framesPerS,
    duration_ms: video.durationMs,
  },
  model: options.model,
  every_nth: options.every_nth,
})

import { open } from 'node:fs/promises'
import { SaidError } from '../../contract/words/said-error.ts'
import { say } from '../../contract/words/say.ts'
import type { LandmarksHeader, FrameLandmarks } from '../../contract/frames/video-landmarks.ts'
import type { Sentence } from '../../core/sentence/sentence.ts'
import type { WorkerRequest } from '../worker/worker-protocol.ts'
import { drawLandmarks } from './draw-landmarks.ts'
import { openEncoder, type Encoder } from './encoder.ts'
import { personLandmarksOf, handLandmarksOf } from './landmarks-file.ts'
import type { FrameDetector, OpenDetector } from './frame-detector.ts'
import { openFrames, type VideoFrame } from './frames.ts'
import { LONGEST_PROBE_MS, probeVideo, type VideoProbe } from './probe.ts'
import { workingSize } from './size.ts'

export interface VideoJob {
  /** Resolves to what the result lacks, if anything. Rejects when there is no result. */
  run(onProgress: (framesDone: number, framesTotal: number) => void): Promise<Sentence | undefined>
}

/** Rejects, with words for people, for a file that holds no video. */
export async function openVideoJob(
  order: WorkerRequest,
  openDetector: OpenDetector,
): Promise<VideoJob> {
  const { options } = order
  const probed = await probeVideo(order.video_path)
  if (probed.kind === 'no-ffmpeg')
    throw new SaidError(say('Reading videos needs ffmpeg, which is not here.'))
  if (probed.kind === 'unsupported') throw new SaidError(probed.reason)
  if (probed.kind === 'too-slow') {
    throw new SaidError(say('ffmpeg can make nothing of it in {} s.', LONGEST_PROBE_MS / 1000))
  }
  const size = workingSize(probed.video.widthPx, probed.video.heightPx)
  const detector = await openDetector(options)
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
        await out.write(`${JSON.stringify(await detectAndDraw(frame, detector, encoder))}\n`)
        framesDone += 1
        onProgress(framesDone, framesTotal)
      }
      await out.close()
      await encoder?.finish()
      return missingFramesSentence(framesDone, frames.complaint())
    },
  }
}

async function detectAndDraw(
  { pixels, index, atMs }: VideoFrame,
  detector: FrameDetector,
  encoder: Encoder | undefined,
): Promise<FrameLandmarks> {
  const { bodies, hands, stampMs } = await detector.detect(pixels, atMs)
  const timeMs = Number.isFinite(atMs) ? atMs : stampMs
  if (encoder !== undefined) {
    drawLandmarks(pixels, bodies, hands ?? [])
    await encoder.add(pixels, timeMs)
  }
  return {
    frame: index,
    time_ms: Math.round(timeMs * 1000) / 1000,
    people: bodies.map(personLandmarksOf),
    ...(hands && { hands: hands.map(handLandmarksOf) }),
  }
}

function missingFramesSentence(
  framesDone: number,
  complaint: Sentence | undefined,
): Sentence | undefined {
  if (framesDone === 0) {
    throw new SaidError(say('No frame could be read: {}', complaint ?? say('the video is empty')))
  }
  if (complaint === undefined) return undefined
  return say('The video is damaged; what could be read of it is here. ffmpeg said: {}', complaint)
}

const headerOf = ({ options }: WorkerRequest, video: VideoProbe): LandmarksHeader => ({
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

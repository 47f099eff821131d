import type { LandmarksHeader, FrameLandmarks } from '../../contract/frames/video-landmarks.ts'

/** The frames from the first one on, as often as a format has to go through them. */
export type ReadFrames = () => AsyncIterable<FrameLandmarks>

/** Turns figures into another format line by line, so that a long video is never in memory as a whole. */
export interface LandmarksWriter {
  readonly mimeType: string
  readonly extension: string
  write(header: LandmarksHeader, frames: ReadFrames): AsyncIterable<string>
}

import type { FiguresHeader, FrameFigures } from '../../contract/frames/video-landmarks.ts'

/** The frames from the first one on, as often as a format has to go through them. */
export type ReadFrames = () => AsyncIterable<FrameFigures>

/** Turns figures into another format line by line, so that a long video is never in memory as a whole. */
export interface FiguresWriter {
  readonly mimeType: string
  readonly extension: string
  write(header: FiguresHeader, frames: ReadFrames): AsyncIterable<string>
}

import type { FiguresHeader, FrameFigures } from '../../contract/video-figures.ts'

/** Turns figures into another format line by line, so that a long video is never in memory as a whole. */
export interface FiguresWriter {
  readonly mimeType: string
  readonly extension: string
  write(header: FiguresHeader, frames: AsyncIterable<FrameFigures>): AsyncIterable<string>
}

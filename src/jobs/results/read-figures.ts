import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import {
  parseFrame,
  parseHeader,
  type FiguresHeader,
  type FrameFigures,
} from '../../contract/video-figures.ts'
import { WRITERS, type FiguresFormat } from './writers.ts'

/** The figures of a finished job in another format, as they are read from its file. */
export async function* readAs(path: string, format: FiguresFormat): AsyncIterable<string> {
  const { header, frames, close } = await openFigures(path)
  try {
    yield* WRITERS[format].write(header, frames)
  } finally {
    // Whoever asked may have gone in the middle of it.
    close()
  }
}

/** Whether the file begins as one of ours. */
export async function holdsFigures(path: string): Promise<boolean> {
  try {
    const { close } = await openFigures(path)
    close()
    return true
  } catch {
    return false
  }
}

interface Figures {
  readonly header: FiguresHeader
  readonly frames: AsyncIterable<FrameFigures>
  close(): void
}

/** Rejects when the file is missing or not one of ours. */
async function openFigures(path: string): Promise<Figures> {
  const input = createReadStream(path)
  const close = (): void => void input.destroy()
  const opened = new Promise((resolve, reject) => input.once('open', resolve).once('error', reject))
  const lines = createInterface({ input })[Symbol.asyncIterator]()
  await opened
  try {
    const first = await lines.next()
    const header = parseHeader(first.done === true ? '' : first.value)
    return { header, frames: framesOf(lines), close }
  } catch (error) {
    close()
    throw error
  }
}

async function* framesOf(lines: AsyncIterator<string>): AsyncIterable<FrameFigures> {
  for (;;) {
    const { done, value } = await lines.next()
    if (done === true) return
    yield parseFrame(value)
  }
}

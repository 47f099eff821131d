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
  const { header, frames } = await openFigures(path)
  yield* WRITERS[format].write(header, frames)
}

/** Rejects when the file is missing or not one of ours. */
export async function openFigures(
  path: string,
): Promise<{ readonly header: FiguresHeader; readonly frames: AsyncIterable<FrameFigures> }> {
  const input = createReadStream(path)
  const opened = new Promise((resolve, reject) => input.once('open', resolve).once('error', reject))
  const lines = createInterface({ input })[Symbol.asyncIterator]()
  await opened
  const first = await lines.next()
  const header = parseHeader(first.done === true ? '' : first.value)
  return { header, frames: framesOf(lines) }
}

async function* framesOf(lines: AsyncIterator<string>): AsyncIterable<FrameFigures> {
  for (;;) {
    const { done, value } = await lines.next()
    if (done === true) return
    yield parseFrame(value)
  }
}

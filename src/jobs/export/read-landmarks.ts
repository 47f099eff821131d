import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import {
  parseFrame,
  parseHeader,
  type LandmarksHeader,
  type FrameLandmarks,
} from '../../contract/frames/video-landmarks.ts'
import { WRITERS, type ExportFormat } from './writers.ts'
import { hearErrors } from '../../node/hear-errors.ts'

/** The figures of a finished job in another format, as they are read from its file. */
export async function* readAs(path: string, format: ExportFormat): AsyncIterable<string> {
  const header = await headerOf(path)
  yield* WRITERS[format].write(header, () => framesOf(path))
}

/** Whether the file begins as one of ours. */
export const hasLandmarks = (path: string): Promise<boolean> =>
  headerOf(path).then(
    () => true,
    () => false,
  )

/** Rejects when the file is missing or not one of ours. */
async function headerOf(path: string): Promise<LandmarksHeader> {
  for await (const line of linesOf(path)) return parseHeader(line)
  throw new Error('the file of figures is empty')
}

async function* framesOf(path: string): AsyncIterable<FrameLandmarks> {
  let isHeader = true
  for await (const line of linesOf(path)) {
    if (!isHeader) yield parseFrame(line)
    isHeader = false
  }
}

/** Opens the file when the first line is asked for, and lets go of it however that ends. */
async function* linesOf(path: string): AsyncIterable<string> {
  const input = hearErrors(createReadStream(path))
  try {
    // Before its lines are read, because a reader of lines does not tell of a file that is not there.
    await new Promise((resolve, reject) => input.once('open', resolve).once('error', reject))
    yield* createInterface({ input })
  } finally {
    input.destroy()
  }
}

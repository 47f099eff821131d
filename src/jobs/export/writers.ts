import { CSV } from './csv.ts'
import type { LandmarksWriter } from './landmarks-writer.ts'
import { MOT } from './mot.ts'
import { TRC } from './trc.ts'

const JSON_WHOLE: LandmarksWriter = {
  mimeType: 'application/json',
  extension: 'json',
  async *write(header, frames) {
    yield `${JSON.stringify(header).slice(0, -1)},"frames":[`
    let separator = '\n'
    for await (const frame of frames()) {
      yield separator + JSON.stringify(frame)
      separator = ',\n'
    }
    yield '\n]}\n'
  },
}

const JSON_LINES: LandmarksWriter = {
  mimeType: 'application/jsonl',
  extension: 'jsonl',
  async *write(header, frames) {
    yield `${JSON.stringify(header)}\n`
    for await (const frame of frames()) yield `${JSON.stringify(frame)}\n`
  },
}

export const WRITERS = {
  json: JSON_WHOLE,
  jsonl: JSON_LINES,
  csv: CSV,
  trc: TRC,
  mot: MOT,
} as const
export type ExportFormat = keyof typeof WRITERS

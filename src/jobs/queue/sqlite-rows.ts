import { z } from 'zod'
import { say } from '../../contract/words/say.ts'
import { parseJson } from '../../node/parse-json.ts'
import { JOB_STATUSES, readOptions, type Job } from './job.ts'
import { readSentence, sentencesTogether } from './written-sentence.ts'

/** Statements give whole numbers as bigints: one that is too large for a number would keep the whole row from being read. */
const whole = z.bigint().transform(Number)
/** What a date can be: later ones have no words. */
const LAST_MS = 8.64e15
const timeMs = whole.pipe(z.number().min(0).max(LAST_MS))

const undefinedIfNull = <Value extends z.ZodType>(value: Value) =>
  value.nullable().transform((given) => given ?? undefined)

const rowSchema = z
  .object({
    id: z.string(),
    video_path: z.string(),
    is_upload: whole,
    options: z.string(),
    status: z.enum(JOB_STATUSES),
    attempts: whole,
    created_at_ms: timeMs,
    started_at_ms: undefinedIfNull(timeMs),
    ended_at_ms: undefinedIfNull(timeMs),
    frames_done: whole,
    frames_total: whole,
    reason: undefinedIfNull(z.string().transform(readSentence)),
    note: undefinedIfNull(z.string().transform(readSentence)),
  })
  .transform((row): Job => {
    const read = readOptions(parseJson(row.options))
    return {
      id: row.id,
      videoPath: row.video_path,
      isUpload: row.is_upload === 1,
      ...read,
      status: row.status,
      attempts: row.attempts,
      createdAtMs: row.created_at_ms,
      startedAtMs: row.started_at_ms,
      endedAtMs: row.ended_at_ms,
      framesDone: row.frames_done,
      framesTotal: row.frames_total,
      reason: row.reason,
      note: sentencesTogether(row.note, read.unreadable),
    }
  })

const UNREADABLE = say('Its entry in the list cannot be read.')

/**
 * A job by its row, or what can be told of one that cannot be read: each row stands for itself, so that a bad one hides no
 * other. It counts as failed.
 */
export function jobOfRow(row: Readonly<Record<string, unknown>>): Job {
  const read = rowSchema.safeParse(row)
  if (read.success) return read.data
  const created = timeMs.safeParse(row['created_at_ms'])
  return {
    id: textOf(row['id']),
    videoPath: textOf(row['video_path']),
    isUpload: row['is_upload'] === 1n,
    ...readOptions({}),
    unreadable: UNREADABLE,
    status: 'failed',
    attempts: 0,
    createdAtMs: created.data ?? 0,
    startedAtMs: undefined,
    endedAtMs: undefined,
    framesDone: 0,
    framesTotal: 0,
    reason: UNREADABLE,
    note: undefined,
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

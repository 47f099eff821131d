import { z } from 'zod'
import { JOB_STATUSES, jobOptionsSchema, type Job } from './job.ts'
import { readSentence } from './written-sentence.ts'

/** The table of jobs. `turn` is the order in which they came; rows are never reused. */
export const SCHEMA = `
  CREATE TABLE IF NOT EXISTS jobs (
    turn INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    video_path TEXT NOT NULL,
    is_upload INTEGER NOT NULL,
    options TEXT NOT NULL,
    status TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    created_at_ms INTEGER NOT NULL,
    started_at_ms INTEGER,
    ended_at_ms INTEGER,
    frames_done INTEGER NOT NULL DEFAULT 0,
    frames_total INTEGER NOT NULL DEFAULT 0,
    reason TEXT,
    note TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS jobs_by_status ON jobs (status, turn);
`

const undefinedIfNull = <Value extends z.ZodType>(value: Value) =>
  value.nullable().transform((given) => given ?? undefined)

const rowSchema = z
  .object({
    id: z.string(),
    video_path: z.string(),
    is_upload: z.number(),
    options: z.string(),
    status: z.enum(JOB_STATUSES),
    attempts: z.number(),
    created_at_ms: z.number(),
    started_at_ms: undefinedIfNull(z.number()),
    ended_at_ms: undefinedIfNull(z.number()),
    frames_done: z.number(),
    frames_total: z.number(),
    reason: undefinedIfNull(z.string().transform(readSentence)),
    note: undefinedIfNull(z.string().transform(readSentence)),
  })
  .transform((row): Job => ({
    id: row.id,
    videoPath: row.video_path,
    isUpload: row.is_upload === 1,
    options: jobOptionsSchema.parse(JSON.parse(row.options)),
    status: row.status,
    attempts: row.attempts,
    createdAtMs: row.created_at_ms,
    startedAtMs: row.started_at_ms,
    endedAtMs: row.ended_at_ms,
    framesDone: row.frames_done,
    framesTotal: row.frames_total,
    reason: row.reason,
    note: row.note,
  }))

export const parseRow = (row: unknown): Job | undefined =>
  row === undefined ? undefined : rowSchema.parse(row)

export const parseRows = (rows: readonly unknown[]): readonly Job[] =>
  rows.map((row) => rowSchema.parse(row))

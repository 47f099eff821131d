import { DatabaseSync } from 'node:sqlite'
import { messageOf } from '../../contract/boundary/error-message.ts'
import { say } from '../../contract/words/say.ts'
import type { Sentence } from '../../core/sentence/sentence.ts'
import type { Job, JobOutcome, JobStatus, NewJob } from './job.ts'
import { parseRow, parseRows, SCHEMA } from './sqlite-rows.ts'
import { sentencesTogether, writtenSentence } from './written-sentence.ts'

/** Jobs in one SQLite file, which the process that has it open keeps to itself. */
export interface SqliteStore {
  /** Undefined when `maxQueued` are waiting. */
  add(job: NewJob, maxQueued: number): Job | undefined
  find(id: string): Job | undefined
  positionOf(id: string): number | undefined
  counts(): Readonly<Record<JobStatus, number>>
  list(limit: number): readonly Job[]
  /** The one that waits longest, begun; undefined when none waits. */
  takeNextJob(): Job | undefined
  progress(id: string, framesDone: number, framesTotal: number): void
  end(id: string, outcome: JobOutcome): void
  /** Forgets it, whatever has become of it. */
  remove(id: string): void
  close(): void
}

const RUN_AGAIN = say('Run again, because the service ended in the middle of it.')
const ENDED_TWICE = say('The service ended twice in the middle of it.')

/**
 * Opens or makes the file. What was being worked on when the last process died waits again, once.
 * @throws when the file is another program's, damaged, or open in another process
 */
export function openSqliteStore(path: string, nowMs: () => number): SqliteStore {
  const db = openExclusively(path)
  requeueAbandoned(db, nowMs())
  const sql = statementsOf(db)
  return {
    add: (job, maxQueued) => {
      const waiting = Number(sql.queued.get()?.['n'] ?? 0)
      if (waiting >= maxQueued) return undefined
      const { id, videoPath, isUpload, options } = job
      sql.insert.run(id, videoPath, isUpload ? 1 : 0, JSON.stringify(options), nowMs())
      return parseRow(sql.find.get(id))
    },
    find: (id) => parseRow(sql.find.get(id)),
    positionOf: (id) => {
      const row = sql.position.get(id)
      return row === undefined ? undefined : Number(row['n'])
    },
    counts: () => {
      const none = { queued: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 }
      const counted = sql.counts.all().map((row) => [String(row['status']), Number(row['n'])])
      return { ...none, ...Object.fromEntries(counted) }
    },
    list: (limit) => parseRows(sql.list.all(limit)),
    takeNextJob: () => parseRow(sql.takeNextJob.get(nowMs())),
    progress: (id, framesDone, framesTotal) => void sql.progress.run(framesDone, framesTotal, id),
    end: (id, outcome) => {
      if (outcome.kind === 'put-back') sql.putBack.run(id)
      else if (outcome.kind === 'again') sql.requeue.run(writtenSentence(outcome.note), id)
      else {
        const note = sentencesTogether(parseRow(sql.find.get(id))?.note, noteOf(outcome))
        sql.end.run(outcome.kind, nowMs(), orNull(reasonOf(outcome)), orNull(note), id)
      }
    },
    remove: (id) => void sql.remove.run(id),
    close: () => {
      db.close()
    },
  }
}

/** One process owns the file: two services on it would each take the other's running jobs for abandoned. */
function openExclusively(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  try {
    db.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;',
    )
    db.exec(SCHEMA)
    return db
  } catch (error) {
    db.close()
    const reason = messageOf(error)
    const why = reason.includes('locked') ? 'another service has it open' : reason
    throw new Error(`${path} cannot be opened: ${why}. POSE_DATA_DIR chooses another folder.`, {
      cause: error,
    })
  }
}

function statementsOf(db: DatabaseSync) {
  return {
    queued: db.prepare("SELECT count(*) AS n FROM jobs WHERE status = 'queued'"),
    insert: db.prepare(
      `INSERT INTO jobs (id, video_path, is_upload, options, status, created_at_ms)
       VALUES (?, ?, ?, ?, 'queued', ?)`,
    ),
    find: db.prepare('SELECT * FROM jobs WHERE id = ?'),
    position: db.prepare(
      `SELECT (SELECT count(*) FROM jobs AS other WHERE other.status = 'queued' AND other.turn < jobs.turn) AS n
       FROM jobs WHERE id = ? AND status = 'queued'`,
    ),
    counts: db.prepare('SELECT status, count(*) AS n FROM jobs GROUP BY status'),
    list: db.prepare('SELECT * FROM jobs ORDER BY turn DESC LIMIT ?'),
    takeNextJob: db.prepare(
      `UPDATE jobs SET status = 'processing', attempts = attempts + 1, started_at_ms = ?
       WHERE turn = (SELECT min(turn) FROM jobs WHERE status = 'queued') RETURNING *`,
    ),
    progress: db.prepare('UPDATE jobs SET frames_done = ?, frames_total = ? WHERE id = ?'),
    end: db.prepare(
      'UPDATE jobs SET status = ?, ended_at_ms = ?, reason = ?, note = ? WHERE id = ?',
    ),
    remove: db.prepare('DELETE FROM jobs WHERE id = ?'),
    requeue: db.prepare(
      `UPDATE jobs SET status = 'queued', started_at_ms = NULL, frames_done = 0, note = ? WHERE id = ?`,
    ),
    putBack: db.prepare(
      `UPDATE jobs SET status = 'queued', attempts = attempts - 1, started_at_ms = NULL, frames_done = 0
       WHERE id = ? AND status = 'processing'`,
    ),
  }
}

/** Of a completed one, what it lacks: its note may tell of more. */
function reasonOf(outcome: JobOutcome): Sentence | undefined {
  if (outcome.kind === 'failed') return outcome.reason
  return noteOf(outcome)
}

const noteOf = (outcome: JobOutcome): Sentence | undefined =>
  outcome.kind === 'completed' ? outcome.note : undefined

const orNull = (said: Sentence | undefined): string | null =>
  said === undefined ? null : writtenSentence(said)

function requeueAbandoned(db: DatabaseSync, atMs: number): void {
  db.prepare(
    `UPDATE jobs SET status = 'failed', ended_at_ms = ?, reason = ?
     WHERE status = 'processing' AND attempts >= 2`,
  ).run(atMs, writtenSentence(ENDED_TWICE))
  db.prepare(
    `UPDATE jobs SET status = 'queued', started_at_ms = NULL, frames_done = 0, note = ?
     WHERE status = 'processing'`,
  ).run(writtenSentence(RUN_AGAIN))
}

import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { say } from '../../contract/words/say.ts'
import type { Sentence } from '../../core/sentence/sentence.ts'
import { JOB_STATUSES, type Job, type JobOutcome, type JobStatus, type NewJob } from './job.ts'
import { openJobDatabase } from './job-database.ts'
import { jobOfRow } from './sqlite-rows.ts'
import { sentencesTogether, writtenSentence } from './written-sentence.ts'

/** Jobs in one SQLite file, which the process that has it open keeps to itself. */
export interface SqliteStore {
  /** What happened to the file that was there, for people; undefined when all was well. */
  readonly mishap: Sentence | undefined
  /** Undefined when `maxQueued` are waiting. */
  add(job: NewJob, maxQueued: number): Job | undefined
  find(id: string): Job | undefined
  positionOf(id: string): number | undefined
  counts(): Readonly<Record<JobStatus, number>>
  list(limit: number): readonly Job[]
  /** The one that waits longest, begun; undefined when none waits. One that cannot be understood has failed instead. */
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
 * @throws SaidError when the file is open in another process, of a later version, or cannot be had
 */
export function openSqliteStore(path: string, nowMs: () => number): SqliteStore {
  const { db, mishap } = openJobDatabase(path)
  requeueAbandoned(db, nowMs())
  const sql = statementsOf(db)
  const find = (id: string): Job | undefined => found(sql.find.get(id))
  return {
    mishap,
    add: (job, maxQueued) => {
      const waiting = Number(sql.queued.get()?.['n'] ?? 0)
      if (waiting >= maxQueued) return undefined
      const { id, videoPath, isUpload, options } = job
      sql.insert.run(id, videoPath, isUpload ? 1 : 0, JSON.stringify(options), nowMs())
      return find(id)
    },
    find,
    positionOf: (id) => {
      const row = sql.position.get(id)
      return row === undefined ? undefined : Number(row['n'])
    },
    counts: () => countsIn(sql.counts.all()),
    list: (limit) => sql.list.all(limit).map(jobOfRow),
    takeNextJob: () => takeReadable(sql, nowMs()),
    progress: (id, framesDone, framesTotal) => void sql.progress.run(framesDone, framesTotal, id),
    end: (id, outcome) => {
      if (outcome.kind === 'put-back') sql.putBack.run(id)
      else if (outcome.kind === 'again') sql.requeue.run(writtenSentence(outcome.note), id)
      else {
        const note = sentencesTogether(find(id)?.note, noteOf(outcome))
        sql.end.run(outcome.kind, nowMs(), orNull(reasonOf(outcome)), orNull(note), id)
      }
    },
    remove: (id) => void sql.remove.run(id),
    close: () => {
      db.close()
    },
  }
}

const found = (row: Row | undefined): Job | undefined => row && jobOfRow(row)
type Row = Readonly<Record<string, unknown>>

/** A status that this version does not know counts as `jobOfRow` has it. */
function countsIn(rows: readonly Row[]): Readonly<Record<JobStatus, number>> {
  const counts = { queued: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 }
  for (const { status, n } of rows) {
    const known = JOB_STATUSES.find((one) => one === status)
    counts[known ?? 'failed'] += Number(n)
  }
  return counts
}

/** By its turn: an id that cannot be read may not be found again either. */
function takeReadable(sql: Statements, atMs: number): Job | undefined {
  for (let row = sql.takeNextJob.get(atMs); row !== undefined; row = sql.takeNextJob.get(atMs)) {
    const job = jobOfRow(row)
    if (job.unreadable === undefined) return job
    sql.giveUp.run(atMs, writtenSentence(job.unreadable), asTurn(row['turn']))
  }
  return undefined
}

// It is the table's key.
const asTurn = (turn: unknown) => turn as bigint

type Statements = ReturnType<typeof statementsOf>

function statementsOf(db: DatabaseSync) {
  const rows = (sql: string): StatementSync => {
    const statement = db.prepare(sql)
    statement.setReadBigInts(true)
    return statement
  }
  return {
    queued: db.prepare("SELECT count(*) AS n FROM jobs WHERE status = 'queued'"),
    insert: db.prepare(
      `INSERT INTO jobs (id, video_path, is_upload, options, status, created_at_ms)
       VALUES (?, ?, ?, ?, 'queued', ?)`,
    ),
    find: rows('SELECT * FROM jobs WHERE id = ?'),
    position: db.prepare(
      `SELECT (SELECT count(*) FROM jobs AS other WHERE other.status = 'queued' AND other.turn < jobs.turn) AS n
       FROM jobs WHERE id = ? AND status = 'queued'`,
    ),
    counts: db.prepare('SELECT status, count(*) AS n FROM jobs GROUP BY status'),
    list: rows('SELECT * FROM jobs ORDER BY turn DESC LIMIT ?'),
    takeNextJob: rows(
      `UPDATE jobs SET status = 'processing', attempts = attempts + 1, started_at_ms = ?
       WHERE turn = (SELECT min(turn) FROM jobs WHERE status = 'queued') RETURNING *`,
    ),
    progress: db.prepare('UPDATE jobs SET frames_done = ?, frames_total = ? WHERE id = ?'),
    end: db.prepare(
      'UPDATE jobs SET status = ?, ended_at_ms = ?, reason = ?, note = ? WHERE id = ?',
    ),
    giveUp: db.prepare(
      "UPDATE jobs SET status = 'failed', ended_at_ms = ?, reason = ? WHERE turn = ?",
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

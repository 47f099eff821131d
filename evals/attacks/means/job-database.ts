import { randomUUID } from 'node:crypto'
import {
  mkdirSync,
  openSync,
  closeSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** As the first version that kept jobs in a file wrote it. */
const SCHEMA = `CREATE TABLE jobs (turn INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, video_path TEXT NOT NULL,
  is_upload INTEGER NOT NULL, options TEXT NOT NULL, status TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
  created_at_ms INTEGER NOT NULL, started_at_ms INTEGER, ended_at_ms INTEGER, frames_done INTEGER NOT NULL DEFAULT 0,
  frames_total INTEGER NOT NULL DEFAULT 0, reason TEXT, note TEXT) STRICT; CREATE INDEX jobs_by_status ON jobs (status, turn);`
const OPTIONS = { model: 'full', every_nth: 1, hands: false, people: 1, annotate: false }
const JOBS = 400
const PAGE_BYTES = 4096

/** What happened to a queue's file: a crash, a disk, a newer version, another program. */
export const DAMAGES: Readonly<Record<string, (path: string) => void>> = {
  'cut off in the middle': (path) => {
    truncateSync(path, 20_000)
  },
  'cut off after 50 bytes': (path) => {
    truncateSync(path, 50)
  },
  'another program’s': (path) => {
    writeFileSync(path, 'not a database at all. '.repeat(20))
  },
  'garbage in its middle': (path) => {
    garble(path, PAGE_BYTES * Math.floor(statSync(path).size / PAGE_BYTES / 2))
  },
  'garbage at its end': (path) => {
    garble(path, statSync(path).size - PAGE_BYTES)
  },
  'garbage behind its head': (path) => {
    garble(path, 100)
  },
  'a finished job with a newer option': (path) => {
    change(path, `UPDATE jobs SET options = json_set(options, '$.smooth', 1) WHERE turn = 400`)
  },
  'a waiting job of a newer model': (path) => {
    change(
      path,
      `UPDATE jobs SET status = 'queued', options = json_set(options, '$.model', 'huge') WHERE turn = 1`,
    )
  },
  'options that are no JSON': (path) => {
    change(path, `UPDATE jobs SET options = '{' WHERE turn = 399`)
  },
  'a status of no kind': (path) => {
    change(path, `UPDATE jobs SET status = 'asleep' WHERE turn = 398`)
  },
  'a column more': (path) => {
    change(path, 'ALTER TABLE jobs ADD COLUMN priority INTEGER')
  },
  'a column less': (path) => {
    change(path, 'ALTER TABLE jobs DROP COLUMN note')
  },
  'no table': (path) => {
    change(path, 'DROP TABLE jobs')
  },
}

export function makeJobDatabase(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'jobs.sqlite')
  const database = new DatabaseSync(path)
  database.exec(SCHEMA)
  const add = database.prepare(
    `INSERT INTO jobs (id, video_path, is_upload, options, status, created_at_ms, ended_at_ms) VALUES (?, ?, 0, ?, 'completed', 1, 2)`,
  )
  database.exec('BEGIN')
  for (let job = 0; job < JOBS; job += 1) {
    add.run(randomUUID(), `/videos/${'x'.repeat(100)}.mp4`, JSON.stringify(OPTIONS))
  }
  database.exec('COMMIT')
  database.close()
  return path
}

function change(path: string, statement: string): void {
  const database = new DatabaseSync(path)
  database.exec(statement)
  database.close()
}

function garble(path: string, from: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(PAGE_BYTES, 0xff), 0, PAGE_BYTES, from)
  closeSync(file)
}

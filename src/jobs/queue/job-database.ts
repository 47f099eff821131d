import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { messageOf } from '../../contract/boundary/error-message.ts'
import { SaidError } from '../../contract/words/said-error.ts'
import { say } from '../../contract/words/say.ts'
import type { Sentence } from '../../core/sentence/sentence.ts'
import { rescueJobs, setAside } from './damaged-database.ts'
import { JOB_COLUMNS } from './job-columns.ts'

/** What this version writes; a file of a later one is left as it is. 0 is a file from before files were numbered. */
export const DATABASE_VERSION = 1

export interface OpenedDatabase {
  readonly db: DatabaseSync
  /** The file was damaged: where it is now, and what could be read of it. */
  readonly mishap: Sentence | undefined
}

/**
 * Opens or makes the file of jobs, and takes it to this version. One that is damaged, or no file of ours, is kept aside, and
 * what can be read of it goes on in a new one.
 * @throws SaidError when it is open in another process, of a later version, or cannot be had
 */
export function openJobDatabase(path: string): OpenedDatabase {
  try {
    if (writtenVersion(path) > DATABASE_VERSION) throw newer(path)
    if (existsSync(path)) inspect(path)
    return { db: openAlone(path), mishap: undefined }
  } catch (error) {
    if (isDamage(error)) return openAnew(path)
    throw error instanceof SaidError ? error : new SaidError(whyNot(path, error), { cause: error })
  }
}

function openAnew(path: string): OpenedDatabase {
  const aside = setAside(path)
  const db = openAlone(path)
  const rescued = rescueJobs(aside, db)
  const mishap = say(
    '{} was damaged. It is kept as {}. Jobs that could be read: {}.',
    path,
    aside,
    rescued,
  )
  return { db, mishap }
}

/**
 * Looks for damage while nothing depends on it, and without a write: one that is kept aside is as it was found, with its
 * write-ahead log. A few thousand jobs take some milliseconds.
 */
function inspect(path: string): void {
  const db = new DatabaseSync(path, { readOnly: true })
  try {
    // Its head may be older than what the log beside it says.
    if (versionOf(db) > DATABASE_VERSION) throw newer(path)
    const found = db.prepare('PRAGMA quick_check(1)').get()?.['quick_check']
    if (found !== 'ok') throw new DamagedFile(String(found))
  } finally {
    db.close()
  }
}

const versionOf = (db: DatabaseSync): number =>
  Number(db.prepare('PRAGMA user_version').get()?.['user_version'])

/** One process owns the file: two on it would each take the other's running jobs for abandoned. */
function openAlone(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  try {
    db.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;',
    )
    migrate(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Columns that came later are added; a table that lacks what was always there is somebody else's. */
function migrate(db: DatabaseSync): void {
  const from = versionOf(db)
  db.exec('BEGIN IMMEDIATE')
  const definitions = Object.entries(JOB_COLUMNS)
  db.exec(
    `CREATE TABLE IF NOT EXISTS jobs (${definitions.map((one) => one.join(' ')).join(', ')}) STRICT`,
  )
  const there = new Set(
    db
      .prepare('PRAGMA table_info(jobs)')
      .all()
      .map(({ name }) => name),
  )
  for (const [name, definition] of definitions.filter(([column]) => !there.has(column))) {
    const hasAlwaysBeen = definition.includes('NOT NULL') && !definition.includes('DEFAULT')
    if (hasAlwaysBeen) throw new DamagedFile(`no column ${name}`)
    db.exec(`ALTER TABLE jobs ADD COLUMN ${name} ${definition}`)
  }
  db.exec('CREATE INDEX IF NOT EXISTS jobs_by_status ON jobs (status, turn)')
  // Nothing is written to a file that is as it should be: the disk may be full.
  if (from !== DATABASE_VERSION) db.exec(`PRAGMA user_version = ${DATABASE_VERSION}`)
  db.exec('COMMIT')
}

class DamagedFile extends Error {}

/** SQLITE_CORRUPT and SQLITE_NOTADB; the upper bits of a code say more. */
function isDamage(error: unknown): boolean {
  if (error instanceof DamagedFile) return true
  return [11, 26].includes(sqliteCode(error) ?? 0)
}

function sqliteCode(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  return typeof code === 'number' ? code & 0xff : undefined
}

const newer = (path: string): SaidError =>
  new SaidError(
    say(
      '{} is of a newer version of Beckon, and is left as it is. Use that version, or move the file away.',
      path,
    ),
  )

/** SQLITE_BUSY: whoever has it open keeps it. */
function whyNot(path: string, error: unknown): Sentence {
  if (sqliteCode(error) === 5) {
    return say('{} cannot be opened: another process of Beckon has it open.', path)
  }
  return say('{} cannot be opened: {}', path, messageOf(error))
}

/** Bytes. */
const [HEAD_BYTES, VERSION_AT] = [100, 60]

/** By its head alone, because SQLite writes to what it opens (sqlite.org/fileformat.html §1.3). 0 for what is none. */
function writtenVersion(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isFile()) throw new SaidError(say('{} is not a file.', path))
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(HEAD_BYTES)
    const isWhole = readSync(file, head, 0, HEAD_BYTES, 0) === HEAD_BYTES
    const isOurs = isWhole && head.toString('latin1', 0, 16) === 'SQLite format 3\0'
    return isOurs ? head.readUInt32BE(VERSION_AT) : 0
  } finally {
    closeSync(file)
  }
}

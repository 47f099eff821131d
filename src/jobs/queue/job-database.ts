import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { SaidError } from '../../contract/words/said-error.ts'
import { say } from '../../contract/words/say.ts'
import type { Sentence } from '../../core/sentence/sentence.ts'
import { refuseLater, versionOf, writtenVersion } from './database-version.ts'
import { migrateJobs } from './migrate-jobs.ts'
import { rescueJobs } from './rescue-jobs.ts'
import { setAside } from './set-aside.ts'
import { DamagedFile, isDamage, whyNotOpen } from './sqlite-errors.ts'

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
    refuseLater(writtenVersion(path), path)
    if (existsSync(path)) lookForDamage(path)
    return { db: openExclusively(path), mishap: undefined }
  } catch (error) {
    if (isDamage(error)) return openAnew(path)
    throw error instanceof SaidError
      ? error
      : new SaidError(whyNotOpen(path, error), { cause: error })
  }
}

function openAnew(path: string): OpenedDatabase {
  const aside = setAside(path)
  const db = openExclusively(path)
  const rescued = rescueJobs(aside, db)
  const mishap = say(
    '{} was damaged. It is kept as {}. Jobs that could be read: {}.',
    path,
    aside,
    rescued,
  )
  return { db, mishap }
}

/** What else keeps it from being read may be mended by writing to it (a journal that is not played back yet). */
function lookForDamage(path: string): void {
  try {
    inspect(path)
  } catch (error) {
    if (isDamage(error) || error instanceof SaidError) throw error
  }
}

/**
 * Looks for damage while nothing depends on it, and without a write: one that is kept aside is as it was found, with its
 * write-ahead log. A few thousand jobs take some milliseconds.
 */
function inspect(path: string): void {
  const db = new DatabaseSync(path, { readOnly: true })
  try {
    // Its head may be older than what the log beside it says.
    refuseLater(versionOf(db), path)
    const found = db.prepare('PRAGMA quick_check(1)').get()?.['quick_check']
    if (found !== 'ok') throw new DamagedFile(String(found))
  } finally {
    db.close()
  }
}

/** One process owns the file: two on it would each take the other's running jobs for abandoned. */
function openExclusively(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  try {
    db.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;',
    )
    migrateJobs(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

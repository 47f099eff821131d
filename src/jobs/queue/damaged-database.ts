import { existsSync, renameSync, utimesSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { JOB_COLUMNS } from './job-columns.ts'

/** What lies beside a database and belongs to it. */
const BESIDE = ['-wal', '-shm', '-journal']
/** Newest first; more than that a person would not miss. */
const MOST_RESCUED = 100_000

/**
 * Moves a damaged `NAME.sqlite` and what belongs to it to `NAME.broken-1.sqlite`, or the next number that is free. Answers where
 * it is now. Its time becomes that of the move: what is older may be named in it (`job-files.ts`).
 */
export function setAside(path: string): string {
  for (let number = 1; ; number += 1) {
    const aside = path.replace(/(\.sqlite)?$/, `.broken-${number}.sqlite`)
    if (existsSync(aside)) continue
    renameSync(path, aside)
    utimesSync(aside, new Date(), new Date())
    for (const end of BESIDE.filter((one) => existsSync(path + one))) {
      renameSync(path + end, aside + end)
    }
    return aside
  }
}

/** Puts what can be read of a damaged file into a new one, row by row: one bad page hides some rows only. How many it were. */
export function rescueJobs(from: string, into: DatabaseSync): number {
  let old: DatabaseSync | undefined
  try {
    old = new DatabaseSync(from, { readOnly: true })
    return copyRows(old, into)
  } catch {
    // Nothing can be read of what is no database.
    return 0
  } finally {
    old?.close()
  }
}

function copyRows(old: DatabaseSync, into: DatabaseSync): number {
  const names = Object.keys(JOB_COLUMNS)
  const find = old.prepare('SELECT * FROM jobs WHERE turn = ?')
  find.setReadBigInts(true)
  const last = lastTurn(old)
  let rescued = 0
  into.exec('BEGIN')
  for (let turn = Math.max(1, last - MOST_RESCUED); turn <= last; turn += 1) {
    const row = attempt(() => find.get(turn))
    if (row === undefined) continue
    const known = names.filter((name) => row[name] !== undefined)
    const gaps = known.map(() => '?').join()
    const isKept = attempt(() => {
      const insert = into.prepare(`INSERT INTO jobs (${known.join()}) VALUES (${gaps})`)
      return insert.run(...known.map((name) => asInput(row[name])))
    })
    if (isKept !== undefined) rescued += 1
  }
  into.exec('COMMIT')
  return rescued
}

/** What SQLite gives out it takes in. */
const asInput = (value: unknown) => value as SQLInputValue

/** Where the one of the two that tells cannot be read, the other may. */
function lastTurn(db: DatabaseSync): number {
  const told = [
    "SELECT seq AS n FROM sqlite_sequence WHERE name = 'jobs'",
    'SELECT max(turn) AS n FROM jobs',
  ].map((sql) => Number(attempt(() => db.prepare(sql).get())?.['n'] ?? 0))
  return Math.max(...told.filter(Number.isSafeInteger), 0)
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    // This one is lost.
    return undefined
  }
}

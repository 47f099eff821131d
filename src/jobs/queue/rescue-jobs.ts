import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { JOB_COLUMNS } from './job-columns.ts'

/** Newest first; more than that a person would not miss. */
const MOST_RESCUED = 100_000

/** Puts what can be read of a damaged file into a new one, row by row: one bad page hides some rows only. How many it were. */
export function rescueJobs(from: string, into: DatabaseSync): number {
  let old: DatabaseSync | undefined
  try {
    old = new DatabaseSync(from, { readOnly: true })
    return copyRows(old, into)
  } catch {
    // Nothing can be read of what is no database, and nothing kept on a full disk.
    if (into.isTransaction) into.exec('ROLLBACK')
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

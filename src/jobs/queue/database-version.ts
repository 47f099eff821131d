import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { SaidError } from '../../contract/words/said-error.ts'
import { say } from '../../contract/words/say.ts'

/** What this version writes; a file of a later one is left as it is. 0 is a file from before files were numbered. */
export const DATABASE_VERSION = 1

export const versionOf = (db: DatabaseSync): number =>
  Number(db.prepare('PRAGMA user_version').get()?.['user_version'])

/** @throws SaidError for a version that is later than ours */
export function refuseLater(version: number, path: string): void {
  if (version <= DATABASE_VERSION) return
  throw new SaidError(
    say(
      '{} is of a newer version of Beckon, and is left as it is. Use that version, or move the file away.',
      path,
    ),
  )
}

/** Bytes. */
const [HEAD_BYTES, VERSION_AT] = [100, 60]

/** By its head alone, because SQLite writes to what it opens (sqlite.org/fileformat.html §1.3). 0 for what is none. */
export function writtenVersion(path: string): number {
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

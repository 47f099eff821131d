import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { failed, ok, type Result } from '../../../../contract/boundary/result.ts'
import { messageOf } from '../../../../contract/boundary/error-message.ts'
import { onlyEnglish } from '../../../../core/sentence/sentence.ts'
import { makePrivateFolder } from '../../../../node/private-folder.ts'

export interface InstanceLock {
  release(): void
}

/** A database that nobody refers to is closed by the garbage collector, and the lock is gone with it. */
const held = new Set<DatabaseSync>()

/**
 * Keeps a second Beckon from using the same data folder: two would fight over the pointer. The lock is the system's own on a file
 * in that folder, taken by SQLite, which knows every system's: two that ask in the same moment cannot both have it, it is free
 * the moment its owner dies, however it dies, and no other user can take it. (A socket's file stays after a crash, and between
 * finding it dead and listening in its place another start gets in.) Nothing is ever written to the file.
 */
export function takeInstanceLock(dataDir: string): Result<InstanceLock> {
  const path = join(dataDir, 'running.lock')
  try {
    makePrivateFolder(dataDir)
    const database = new DatabaseSync(path)
    try {
      // No journal beside it: nothing is written that could have to be taken back.
      database.exec('PRAGMA journal_mode = MEMORY')
      database.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      database.close()
      return isTaken(error) ? failed(...alreadyRunning(dataDir)) : unusable(path, error)
    }
    chmodSync(path, 0o600)
    return ok(lockOf(database, dataDir))
  } catch (error) {
    return unusable(path, error)
  }
}

function lockOf(database: DatabaseSync, dataDir: string): InstanceLock {
  held.add(database)
  const owner = ownerFile(dataDir)
  rmSync(owner, { force: true })
  writeFileSync(owner, String(process.pid), { mode: 0o600 })
  return {
    release: () => {
      rmSync(owner, { force: true })
      held.delete(database)
      database.close()
    },
  }
}

/** Beside the lock, since nobody else can read a file that is locked; for people to find who has it, and nothing more. */
const ownerFile = (dataDir: string): string => join(dataDir, 'running.pid')

function alreadyRunning(dataDir: string): Parameters<typeof failed> {
  const owner = ownerIn(ownerFile(dataDir))
  return [
    onlyEnglish(`Beckon is already running${owner === undefined ? '' : ` (process ${owner})`}.`),
    onlyEnglish('Use its window, or end it first.'),
  ]
}

function ownerIn(path: string): string | undefined {
  try {
    return /^\d{1,10}$/.exec(readFileSync(path, 'utf8'))?.[0]
  } catch {
    return undefined
  }
}

/** SQLITE_BUSY: another process, or another part of this one. */
const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === 5

const unusable = (path: string, error: unknown): Result<never> =>
  failed(
    onlyEnglish(`Beckon cannot tell whether it is running already: ${path}: ${messageOf(error)}`),
    onlyEnglish('Make the folder writable for you, or remove that file while no Beckon runs.'),
  )

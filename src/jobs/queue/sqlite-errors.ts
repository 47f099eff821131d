import { messageOf } from '../../contract/boundary/error-message.ts'
import { say } from '../../contract/words/say.ts'
import type { Sentence } from '../../core/sentence/sentence.ts'

/** It is a database, and none that jobs can be read from. */
export class DamagedFile extends Error {}

/** SQLITE_CORRUPT and SQLITE_NOTADB; the upper bits of a code say more. */
export function isDamage(error: unknown): boolean {
  if (error instanceof DamagedFile) return true
  return [11, 26].includes(sqliteCode(error) ?? 0)
}

function sqliteCode(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  return typeof code === 'number' ? code & 0xff : undefined
}

/** SQLITE_BUSY: whoever has it open keeps it. */
export function whyNotOpen(path: string, error: unknown): Sentence {
  if (sqliteCode(error) === 5) {
    return say('{} cannot be opened: another process of Beckon has it open.', path)
  }
  return say('{} cannot be opened: {}', path, messageOf(error))
}

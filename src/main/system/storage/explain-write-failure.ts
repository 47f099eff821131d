import { failed, ok, type Result } from '../../../contract/boundary/result.ts'

const REASONS: Readonly<Record<string, readonly [reason: string, fix: string]>> = {
  ENOSPC: ['the disk is full', 'Make room on it, then try again.'],
  EDQUOT: ['your share of the disk is full', 'Make room, then try again.'],
  EROFS: ['the folder can only be read', 'Allow writing to it, then try again.'],
  EACCES: ['writing there is not allowed', 'Allow writing to the folder, then try again.'],
  EPERM: ['writing there is not allowed', 'Allow writing to the folder, then try again.'],
}

/** Says what could not be written, why, and what helps. `what` begins the sentence: `Your choice could not be remembered`. */
export function explainWriteFailure(what: string, folder: string, error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [reason, fix] = REASONS[code] ?? [error instanceof Error ? error.message : String(error)]
  return failed(`${what}: ${reason} (${folder}).`, fix ?? `Look at ${folder}, then try again.`)
}

/** Does what writes into `folder`; a failure is words for people. */
export async function attemptWrite(
  what: string,
  folder: string,
  act: () => Promise<unknown>,
): Promise<Result<void>> {
  try {
    await act()
    return ok(undefined)
  } catch (error) {
    return explainWriteFailure(what, folder, error)
  }
}

import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { codeOf } from '../../../node/error-code.ts'
import { saidBy } from '../../../contract/words/said-error.ts'
import { say } from '../../../contract/words/say.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'

const REASONS: Readonly<Record<string, readonly [reason: Sentence, fix: Sentence]>> = {
  ENOSPC: [say('the disk is full'), say('Make room on it, then try again.')],
  EDQUOT: [say('your share of the disk is full'), say('Make room, then try again.')],
  EROFS: [say('the folder can only be read'), say('Allow writing to it, then try again.')],
  EACCES: [
    say('writing there is not allowed'),
    say('Allow writing to the folder, then try again.'),
  ],
  EPERM: [say('writing there is not allowed'), say('Allow writing to the folder, then try again.')],
}

/** Says what could not be written, why, and what helps. `what` begins the sentence: `Your choice could not be remembered`. */
export function explainWriteFailure(what: Sentence, folder: string, error: unknown): Result<never> {
  const [reason, fix] = REASONS[codeOf(error) ?? ''] ?? [saidBy(error)]
  return failed(
    say('{}: {} ({}).', what, reason, folder),
    fix ?? say('Look at {}, then try again.', folder),
  )
}

/** Does what writes into `folder`; a failure is words for people. */
export async function attemptWrite(
  what: Sentence,
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

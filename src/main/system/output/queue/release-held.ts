import { saidBy } from '../../../../contract/words/said-error.ts'
import { say } from '../../../../contract/words/say.ts'
import type { Sentence } from '../../../../core/sentence/sentence.ts'
import type { Held, HeldSet } from './held.ts'
import type { Sinks } from '../sinks/sink-registry.ts'

/** Lets go of `what`, last pressed first. Answers what went wrong; what failed stays in the held set, overdue. */
export async function releaseHeld(
  what: Held,
  sinks: Sinks,
  held: HeldSet,
): Promise<readonly Sentence[]> {
  const failures: Sentence[] = []
  for (const button of what.buttons.toReversed()) {
    try {
      await sinks.pointer.release(button)
      held.letGo(button)
    } catch (error) {
      failures.push(say('{} button: {}', button, saidBy(error)))
      held.markOverdue({ buttons: [button], keys: [] })
    }
  }
  for (const key of what.keys.toReversed()) {
    try {
      await sinks.keyboard.release([key])
      held.letGoKeys([key])
    } catch (error) {
      failures.push(say('{} key: {}', key, saidBy(error)))
      held.markOverdue({ buttons: [], keys: [key] })
    }
  }
  return failures
}

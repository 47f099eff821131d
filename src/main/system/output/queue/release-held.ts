import { messageOf } from '../../../../node/error-message.ts'
import type { Held, HeldSet } from './held.ts'
import type { Sinks } from '../sinks/sink.ts'

/** Lets go of `what`, last pressed first. Answers what went wrong; what failed stays in the held set, overdue. */
export async function releaseHeld(
  what: Held,
  sinks: Sinks,
  held: HeldSet,
): Promise<readonly string[]> {
  const failures: string[] = []
  for (const button of what.buttons.toReversed()) {
    try {
      await sinks.pointer.release(button)
      held.letGo(button)
    } catch (error) {
      failures.push(`${button} button: ${messageOf(error)}`)
      held.markOverdue({ buttons: [button], keys: [] })
    }
  }
  for (const key of what.keys.toReversed()) {
    try {
      await sinks.keyboard.release([key])
      held.letGoKeys([key])
    } catch (error) {
      failures.push(`${key} key: ${messageOf(error)}`)
      held.markOverdue({ buttons: [], keys: [key] })
    }
  }
  return failures
}

import { inBackground } from '../../contract/boundary/faults.ts'
import { say } from '../../contract/words/say.ts'
import type { StageProblem } from '../../contract/channels/status.ts'

const LOOK_EVERY_MS = 2000
/** One may be the input process that ended, which another follows. */
const FAILURES = 2

export const DISPLAY_GONE: StageProblem = {
  stage: 'output',
  severity: 'high',
  message: say(
    'The display is gone: the pointer cannot be moved and no key pressed. Beckon pauses.',
  ),
  fix: say('Start Beckon again from a desktop session.'),
}

export interface DisplayWatch {
  /** Where the pointer is; rejects where nobody can say. */
  readonly pointerPosition: () => Promise<unknown>
  /** False while nothing is sent anyway. */
  readonly isWorthIt: () => boolean
  readonly onGone: () => void
  /** Calls again and again until the answer is called. */
  readonly every: (periodMs: number, act: () => void) => () => void
}

/**
 * Asks now and then where the pointer is. A display that could be asked once and can be no more has gone, with its X server: Beckon would
 * go on being in control of nothing. Where there never was one, that is known from the start. Returns what stops it.
 */
export function watchDisplay({
  pointerPosition,
  isWorthIt,
  onGone,
  every,
}: DisplayWatch): () => void {
  let hasAnswered = false
  let failures = 0
  let isAsking = false
  const ask = async (): Promise<void> => {
    try {
      await pointerPosition()
      hasAnswered = true
      failures = 0
    } catch {
      failures += 1
      if (!hasAnswered || failures < FAILURES) return
      failures = 0
      onGone()
    }
  }
  return every(LOOK_EVERY_MS, () => {
    if (isAsking || !isWorthIt()) return
    isAsking = true
    inBackground(
      'output',
      ask().finally(() => {
        isAsking = false
      }),
    )
  })
}

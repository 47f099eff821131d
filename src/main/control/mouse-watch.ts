import type { CausedEffect, Effect } from '../../core/action/effect.ts'
import {
  isManual,
  NO_MANUAL_CONTROL,
  readPointer,
  rememberSent,
  type ManualControl,
  type SentPoint,
} from '../../core/pointer/manual-control.ts'
import type { ScreenPoint } from '../../core/geometry/point.ts'

/** Notices that a person takes the real mouse, by where the pointer is and where it was sent. */
export interface MouseWatch {
  /** Call for everything that is sent to the system. */
  sent(caused: CausedEffect): void
  /** The pointer was heard to be there, whoever moved it: sooner than the next reading. */
  seenAt(at: ScreenPoint): void
  close(): void
}

/** A hand on the mouse is noticed within two readings. */
const EVERY_MS = 50

/** Reads the pointer only while `isWorthIt` says so, one reading at a time. */
export function watchMouse(parts: {
  readonly position: () => Promise<ScreenPoint>
  readonly nowMs: () => number
  readonly isWorthIt: () => boolean
  readonly onTaken: () => void
  /** The pointer is still where the person left it. */
  readonly onGivenBack: (at: ScreenPoint) => void
}): MouseWatch {
  const { position, nowMs, isWorthIt, onTaken, onGivenBack } = parts
  let state: ManualControl = NO_MANUAL_CONTROL
  let sent: readonly SentPoint[] = []
  let isTaken = false
  let isReading = false

  const addPosition = (at: ScreenPoint): void => {
    state = readPointer(state, at, nowMs(), sent)
    const isTakenNow = isManual(state, nowMs())
    if (isTakenNow === isTaken) return
    isTaken = isTakenNow
    if (isTaken) onTaken()
    else onGivenBack(at)
  }
  const timer = setInterval(() => {
    if (isReading) return
    if (!isTaken && !isWorthIt()) {
      // What the mouse does meanwhile is nobody's business.
      state = { ...NO_MANUAL_CONTROL, isTrusted: state.isTrusted }
      return
    }
    isReading = true
    position()
      // A pointer that cannot be read is watched no further in this round; the dispatcher tells when it cannot be moved.
      .then(addPosition, () => undefined)
      .finally(() => {
        isReading = false
      })
  }, EVERY_MS)
  return {
    sent: ({ effect }) => {
      const at = pointSentBy(effect)
      if (at !== undefined) sent = rememberSent(sent, { at, atMs: nowMs() })
    },
    seenAt: (at) => {
      if (isTaken || isWorthIt()) addPosition(at)
    },
    close: () => {
      clearInterval(timer)
    },
  }
}

/** Where an effect puts the pointer: found there, it was not a person who moved it. */
function pointSentBy(effect: Effect): ScreenPoint | undefined {
  if (effect.kind === 'pointer.move') return effect.to
  if (effect.kind === 'pointer.press' || effect.kind === 'pointer.click') return effect.at
  return undefined
}

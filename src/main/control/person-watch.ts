import { say } from '../../contract/words/say.ts'
import type { AppState } from '../../contract/channels/app-state.ts'
import type { KeyName } from '../../core/action/action.ts'
import type { CausedEffect } from '../../core/action/effect.ts'
import type { ScreenPoint } from '../../core/geometry/point.ts'
import type { EffectStation } from './effect-station.ts'
import { watchMouse } from './mouse-watch.ts'
import type { StandBack } from './stand-back.ts'
import { watchTyping } from './typing-watch.ts'

const TYPING = say('You are typing.')
const HAS_MOUSE = say('You have the mouse.')

/** Has hands stand back for a person who takes the real mouse or keyboard, and knows what is sent, to tell it from theirs. */
export interface PersonWatch extends EffectStation {
  /** Call for each effect that was carried out. */
  done(caused: CausedEffect): void
  /** A key of the real keyboard went down, or one of ours. */
  keyDown(): void
  /** The pointer was heard to be there, whoever moved it. */
  pointerSeenAt(at: ScreenPoint): void
  close(): void
}

export function watchPerson(parts: {
  readonly nowMs: () => number
  readonly state: () => Pick<AppState, 'mode' | 'handCount'>
  /** Where the pointer really is, whoever moved it. */
  readonly pointerPosition: () => Promise<ScreenPoint>
  /** The keys that we hold down. */
  readonly heldKeys: () => readonly KeyName[]
  readonly standBack: StandBack
  /** The person has left the mouse alone, and the pointer there. */
  readonly onMouseGivenBack: (at: ScreenPoint) => void
}): PersonWatch {
  const { nowMs, state, standBack } = parts
  const mouse = watchMouse({
    position: parts.pointerPosition,
    nowMs,
    isWorthIt: () => state().mode === 'engaged' && state().handCount > 0,
    onTaken: () => {
      standBack.because('mouse', HAS_MOUSE)
    },
    onGivenBack: (at) => {
      parts.onMouseGivenBack(at)
      standBack.because('mouse', undefined)
    },
  })
  const typing = watchTyping({
    nowMs,
    heldKeys: parts.heldKeys,
    onChange: (isTyping) => {
      standBack.because('typing', isTyping ? TYPING : undefined)
    },
  })
  return {
    name: 'watch',
    step: (caused, next) => {
      mouse.sent(caused)
      typing.sent(caused)
      next(caused)
    },
    done: typing.done,
    keyDown: () => {
      if (state().mode !== 'paused') typing.keyDown()
    },
    pointerSeenAt: mouse.seenAt,
    close: () => {
      mouse.close()
      typing.close()
    },
  }
}

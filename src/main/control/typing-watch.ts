import type { KeyName } from '../../core/action/action.ts'
import type { CausedEffect } from '../../core/action/effect.ts'
import {
  doneWhileTyping,
  isTyping,
  keyWentDown,
  NOBODY_TYPES,
  sentWhileTyping,
} from '../../core/action/typing.ts'

/** Notices that a person types on the real keyboard, and tells our own keys from theirs. */
export interface TypingWatch {
  /** Call for everything that is sent to the system, and again when it was carried out. */
  sent(caused: CausedEffect): void
  done(caused: CausedEffect): void
  /** A key went down, whoever pressed it. */
  keyDown(): void
  close(): void
}

const CHECK_MS = 100

export function watchTyping(parts: {
  readonly nowMs: () => number
  /** The keys that we hold down. */
  readonly heldKeys: () => readonly KeyName[]
  readonly onChange: (isTyping: boolean) => void
}): TypingWatch {
  const { nowMs, heldKeys, onChange } = parts
  let typing = NOBODY_TYPES
  let wasTyping = false
  let timer: NodeJS.Timeout | undefined

  const checkTyping = (): void => {
    const isTypingNow = isTyping(typing, nowMs())
    if (isTypingNow === wasTyping) return
    wasTyping = isTypingNow
    if (isTypingNow) timer = setInterval(checkTyping, CHECK_MS)
    else clearInterval(timer)
    onChange(isTypingNow)
  }
  return {
    sent: ({ effect }) => {
      typing = sentWhileTyping(typing, effect, nowMs())
    },
    done: ({ effect }) => {
      typing = doneWhileTyping(typing, effect, nowMs())
    },
    keyDown: () => {
      typing = keyWentDown(typing, nowMs(), heldKeys())
      checkTyping()
    },
    close: () => {
      clearInterval(timer)
    },
  }
}

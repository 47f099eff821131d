import type { KeyName } from './action.ts'
import type { Effect } from './effect.ts'

/**
 * Whether a person types on the real keyboard, told from when keys go down; which keys is nobody's business. The cases:
 *
 * | a key goes down                                    | then                                 |
 * | while keys that we sent are on their way           | ours: nothing                        |
 * | while we hold one down that repeats                | ours: nothing                        |
 * | otherwise                                          | theirs: they type, for TYPING_MS     |
 */
export interface Typing {
  /** Keys that go down until then may be ours. */
  readonly ownUntilMs: number
  readonly typingUntilMs: number
}

/** Typists pause for as long between two words. */
const TYPING_MS = 1200
/** A key that was sent is heard of this long after it was carried out, at the latest. */
const ECHO_MS = 250
/** As long as the dispatcher lets an order take. */
const ON_ITS_WAY_MS = 5000

export const NOBODY_TYPES: Typing = { ownUntilMs: -Infinity, typingUntilMs: -Infinity }

export const isTyping = ({ typingUntilMs }: Typing, nowMs: number): boolean => nowMs < typingUntilMs

/** An effect is on its way to the system. */
export const sentWhileTyping = (typing: Typing, effect: Effect, nowMs: number): Typing =>
  pressesKeys(effect) ? { ...typing, ownUntilMs: nowMs + ON_ITS_WAY_MS } : typing

/** It was carried out. */
export const doneWhileTyping = (typing: Typing, effect: Effect, nowMs: number): Typing =>
  pressesKeys(effect) ? { ...typing, ownUntilMs: nowMs + ECHO_MS } : typing

/** `held` are the keys that we hold down: all but modifiers repeat, as under a finger, and the last repeat is heard late. */
export function keyWentDown(typing: Typing, nowMs: number, held: readonly KeyName[] = []): Typing {
  if (held.some(isRepeatOfHeldKey)) {
    return { ...typing, ownUntilMs: Math.max(typing.ownUntilMs, nowMs + ECHO_MS) }
  }
  return nowMs < typing.ownUntilMs ? typing : { ...typing, typingUntilMs: nowMs + TYPING_MS }
}

/** As project files call them, with the names of other systems. */
const MODIFIERS = ['control', 'ctrl', 'shift', 'alt', 'option', 'meta', 'super', 'win', 'cmd']

const isRepeatOfHeldKey = (key: KeyName): boolean => !MODIFIERS.includes(key.replace('right-', ''))

/** Media keys may be keys; a held key repeats until it is let go of, which is an effect of its own. */
function pressesKeys({ kind }: Effect): boolean {
  return kind.startsWith('key.') || kind === 'media' || kind === 'pointer.zoom'
}

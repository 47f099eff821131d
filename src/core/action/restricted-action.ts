import type { Action, KeyName } from './action.ts'
import type { Effect } from './effect.ts'

/** Longer is no word or greeting any more. */
const MOST_PLAIN_CHARACTERS = 100
/** Line breaks and whatever else a program takes for a key and not for a character: Tab, Escape, Ctrl+C. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u
const CONTROL_KEYS: readonly KeyName[] = ['ctrl', 'control', 'right-control']
/** With Control they are Enter to terminals. */
const ENTER_LETTERS: readonly KeyName[] = ['j', 'm']

/** Why an action is restricted. */
export type Restriction = 'launch' | 'enter' | 'control' | 'long' | 'axis'

/**
 * Whether an action, or an effect of one, starts or confirms something by itself, beyond what can be seen on the screen and taken back there:
 * programs, Enter, texts that hold it or are long, and keys that the mere movement of a hand presses. Undefined where not.
 */
export function restrictionOf(action: Action | Effect): Restriction | undefined {
  switch (action.kind) {
    case 'launch':
      return 'launch'
    case 'key.text':
      return restrictionOfText(action.text)
    case 'key.chord':
      return isEnter(action.keys) ? 'enter' : undefined
    case 'key.hold':
    case 'key.press':
      // Another gesture may add the letter to a Control that is held.
      return isEnter(action.keys) || has(action.keys, CONTROL_KEYS) ? 'enter' : undefined
    case 'axis':
      return action.target.kind === 'key' ? 'axis' : undefined
    // What follows is seen where it is done. A new kind does not pass without somebody having judged it.
    case 'key.release':
    case 'pointer.button':
    case 'pointer.click':
    case 'pointer.move':
    case 'pointer.press':
    case 'pointer.release':
    case 'pointer.scroll':
    case 'pointer.zoom':
    case 'spelling':
    case 'volume.set':
    case 'volume.step':
    case 'volume.mute':
    case 'media':
    case 'mode':
    case 'project.switch':
    case 'project.step':
      return undefined
  }
}

function restrictionOfText(text: string): Restriction | undefined {
  if (/[\n\r\v\f\u0085\p{Zl}\p{Zp}]/u.test(text)) return 'enter'
  if (CONTROL.test(text)) return 'control'
  return [...text].length > MOST_PLAIN_CHARACTERS ? 'long' : undefined
}

const isEnter = (keys: readonly KeyName[]): boolean =>
  keys.includes('enter') || (has(keys, CONTROL_KEYS) && has(keys, ENTER_LETTERS))

const has = (keys: readonly KeyName[], wanted: readonly KeyName[]): boolean =>
  keys.some((key) => wanted.includes(key))

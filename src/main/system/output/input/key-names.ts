import type { Key } from '@nut-tree-fork/nut-js'
import type { KeyName } from '../../../../core/action/action.ts'

export type NativeKey = keyof typeof Key

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const DIGITS = '0123456789'

/**
 * What project files call a key → what the input library calls it. Left out on purpose: keys that a common X keyboard
 * map lacks (f13 and up, menu, clear), and the lock keys, which would leave a state behind that nothing releases.
 */
const NAMED = {
  enter: 'Return',
  escape: 'Escape',
  tab: 'Tab',
  space: 'Space',
  backspace: 'Backspace',
  delete: 'Delete',
  insert: 'Insert',
  home: 'Home',
  end: 'End',
  'page-up': 'PageUp',
  'page-down': 'PageDown',
  left: 'Left',
  right: 'Right',
  up: 'Up',
  down: 'Down',
  control: 'LeftControl',
  ctrl: 'LeftControl',
  alt: 'LeftAlt',
  option: 'LeftAlt',
  shift: 'LeftShift',
  meta: 'LeftSuper',
  super: 'LeftSuper',
  win: 'LeftSuper',
  cmd: 'LeftSuper',
  'right-control': 'RightControl',
  'right-alt': 'RightAlt',
  'right-shift': 'RightShift',
  'print-screen': 'Print',
  minus: 'Minus',
  equal: 'Equal',
  comma: 'Comma',
  period: 'Period',
  slash: 'Slash',
  backslash: 'Backslash',
  semicolon: 'Semicolon',
  quote: 'Quote',
  grave: 'Grave',
  'left-bracket': 'LeftBracket',
  'right-bracket': 'RightBracket',
  'volume-up': 'AudioVolUp',
  'volume-down': 'AudioVolDown',
  mute: 'AudioMute',
  'play-pause': 'AudioPlay',
  'media-stop': 'AudioStop',
  'media-next': 'AudioNext',
  'media-previous': 'AudioPrev',
} as const satisfies Record<string, NativeKey>

const nativeKeys: ReadonlyMap<KeyName, string> = new Map<KeyName, string>([
  ...[...LETTERS].map((letter): [string, string] => [letter, letter.toUpperCase()]),
  ...[...DIGITS].map((digit): [string, string] => [digit, `Num${digit}`]),
  ...[...DIGITS].map((digit): [string, string] => [`numpad-${digit}`, `NumPad${digit}`]),
  ...Array.from({ length: 12 }, (_, at): [string, string] => [`f${at + 1}`, `F${at + 1}`]),
  ...Object.entries(NAMED),
])

/** Every key name that a project file may use. */
export const knownKeys: ReadonlySet<KeyName> = new Set(nativeKeys.keys())

/** The input library's name of a key, or nothing for a name that no project may use. */
export function nativeKeyOf(name: KeyName): string | undefined {
  return nativeKeys.get(name)
}

/** What project files call a key, the first name of several. */
export const keyNameOf = (native: string): KeyName =>
  [...nativeKeys].find(([, called]) => called === native)?.[0] ?? native

import type { NativeKey } from '../input/key-names.ts'

/** The keysyms of a key by the input library's name, the wanted one first. */
export function keysymsOfKey(name: string): readonly number[] {
  const [letter, digit, pad] = [/^[A-Z]$/, /^Num(\d)$/, /^NumPad(\d)$/].map((form) =>
    form.exec(name),
  )
  if (letter) return [name.toLowerCase().charCodeAt(0)]
  if (digit) return [FIRST_DIGIT + Number(digit[1])]
  if (pad) return [FIRST_PAD_DIGIT + Number(pad[1])]
  const f = /^F(\d+)$/.exec(name)
  if (f) return [FIRST_F + Number(f[1]) - 1]
  return NAMED.get(name) ?? []
}

/** Letters and digits: every program knows shortcuts with them, so they are found a key where the layout has none for them alone. */
export const isLatinOrDigit = (name: string): boolean => /^([A-Z]|Num\d)$/.test(name)

/** Digits of the keypad, which another key cannot stand in for. */
export const isOfKeypad = (keysym: number): boolean =>
  keysym >= FIRST_PAD_DIGIT && keysym < FIRST_PAD_DIGIT + 10

const FIRST_DIGIT = 0x30
const FIRST_PAD_DIGIT = 0xffb0
const FIRST_F = 0xffbe

/** X11/keysymdef.h and X11/XF86keysym.h. */
const KEYSYMS = {
  Return: [0xff0d],
  Escape: [0xff1b],
  Tab: [0xff09],
  Space: [0x20],
  Backspace: [0xff08],
  Delete: [0xffff],
  Insert: [0xff63],
  Home: [0xff50],
  End: [0xff57],
  PageUp: [0xff55],
  PageDown: [0xff56],
  Left: [0xff51],
  Up: [0xff52],
  Right: [0xff53],
  Down: [0xff54],
  LeftControl: [0xffe3],
  LeftAlt: [0xffe9, 0xffe7],
  LeftShift: [0xffe1],
  LeftSuper: [0xffeb],
  RightControl: [0xffe4],
  // AltGr where the layout has it: ISO_Level3_Shift, on older layouts Mode_switch.
  RightAlt: [0xffea, 0xfe03, 0xff7e],
  RightShift: [0xffe2],
  Print: [0xff61],
  Minus: [0x2d],
  Equal: [0x3d],
  Comma: [0x2c],
  Period: [0x2e],
  Slash: [0x2f],
  Backslash: [0x5c],
  Semicolon: [0x3b],
  Quote: [0x27],
  Grave: [0x60],
  LeftBracket: [0x5b],
  RightBracket: [0x5d],
  AudioVolUp: [0x1008ff13],
  AudioVolDown: [0x1008ff11],
  AudioMute: [0x1008ff12],
  AudioPlay: [0x1008ff14],
  AudioStop: [0x1008ff15],
  AudioNext: [0x1008ff17],
  AudioPrev: [0x1008ff16],
} as const satisfies Partial<Record<NativeKey, readonly number[]>>

const NAMED: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(KEYSYMS))

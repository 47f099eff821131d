const NAMED: Readonly<Record<string, { readonly keysym: number; readonly symbol: string }>> = {
  '\n': { keysym: 0xff0d, symbol: 'Return' },
  '\t': { keysym: 0xff09, symbol: 'Tab' },
}
const BEYOND_LATIN_1 = 0x1000000

/** The keysym of a character: Latin-1 as it is, others 0x1000000 + code point (X Window System Protocol, appendix A). */
export function keysymOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return NAMED[character]?.keysym ?? (code < 0x100 ? code : BEYOND_LATIN_1 + code)
}

/** The name by which xmodmap and xdotool know the same keysym: `U00E9`, `Return`. */
export function symbolOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return NAMED[character]?.symbol ?? `U${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** The keyboard map as `xmodmap -pk` prints it: the keysyms of every keycode; none for a key that is spare. */
export function readKeyMap(printed: string): ReadonlyMap<number, readonly number[]> {
  const line = /^ +(\d+)\s*((?:\t?0x.*)?)$/gm
  return new Map(
    [...printed.matchAll(line)].map(([, keycode, keysyms = '']) => [
      Number(keycode),
      [...keysyms.matchAll(/0x([0-9a-f]+) /g)].map(([, hex = '']) => Number.parseInt(hex, 16)),
    ]),
  )
}

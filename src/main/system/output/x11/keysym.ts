const NAMED: Readonly<Record<string, number>> = { '\n': 0xff0d, '\t': 0xff09 }
const BEYOND_LATIN_1 = 0x1000000

/** The keysym that X gives a character of itself: Latin-1 as it is, others 0x1000000 + code point (X11 Protocol, appendix A). */
export function keysymOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return NAMED[character] ?? (code < 0x100 ? code : BEYOND_LATIN_1 + code)
}

/** Every keysym that gives a character: layouts mix the old ones, a set of 256 for each script, with those made of code points. */
export function keysymsOf(character: string): readonly number[] {
  const old = oldKeysyms().get(character)
  const own = keysymOf(character)
  const code = character.codePointAt(0) ?? 0
  const all = old === undefined ? [own] : [old, own]
  return code >= 0xa0 && code < 0x100 ? [...all, BEYOND_LATIN_1 + code] : all
}

/** Whether a text's character can be typed: anything but control characters, of which only line ends and tabs are keys. */
export const isTypable = (character: string): boolean =>
  character in NAMED || !/\p{Cc}/u.test(character)

/**
 * The last byte of an old keysym is that of an encoding of its time (X11/keysymdef.h). Sets that no layout needs are left out: what
 * is not found here is typed by a spare key.
 */
const OLD_SETS: readonly {
  readonly encoding: string
  readonly first: number
  readonly last: number
}[] = [
  { encoding: 'iso-8859-2', first: 0x1a1, last: 0x1ff },
  { encoding: 'iso-8859-3', first: 0x2a1, last: 0x2ff },
  { encoding: 'iso-8859-4', first: 0x3a1, last: 0x3ff },
  { encoding: 'iso-8859-6', first: 0x5a1, last: 0x5ff },
  { encoding: 'koi8-r', first: 0x6c0, last: 0x6ff },
  { encoding: 'iso-8859-7', first: 0x7c1, last: 0x7f9 },
  { encoding: 'iso-8859-8', first: 0xce0, last: 0xcfa },
  { encoding: 'windows-874', first: 0xda1, last: 0xded },
]

/** Where keysymdef.h goes ways of its own: Cyrillic outside Russian, Greek with accents, typography. */
const OWN_WAYS: readonly { readonly first: number; readonly characters: string }[] = [
  { first: 0x6a1, characters: 'ђѓёєѕіїјљњћќґўџ№ЂЃЁЄЅІЇЈЉЊЋЌҐЎЏ' },
  { first: 0x7a1, characters: 'ΆΈΉΊΪ' },
  { first: 0x7a7, characters: 'ΌΎΫ' },
  { first: 0x7ab, characters: 'Ώ' },
  { first: 0x7b1, characters: 'άέήίϊΐόύϋΰώ' },
  { first: 0x7d2, characters: 'Σ' },
  { first: 0x7f2, characters: 'σς' },
  { first: 0xaa9, characters: '—–' },
  { first: 0xaae, characters: '…' },
  { first: 0xad0, characters: '‘’“”' },
  { first: 0xafd, characters: '‚„' },
  { first: 0x13bc, characters: 'Œœ' },
  { first: 0x20ac, characters: '€' },
]

let table: ReadonlyMap<string, number> | undefined

function oldKeysyms(): ReadonlyMap<string, number> {
  if (table !== undefined) return table
  const found = new Map<string, number>()
  for (const { encoding, first, last } of OLD_SETS) {
    const decoder = new TextDecoder(encoding)
    for (let keysym = first; keysym <= last; keysym += 1) {
      const character = decoder.decode(Uint8Array.of(keysym & 0xff))
      // Latin-1 has keysyms of its own, a byte may be without a character, and what two sets share is in the first.
      const isElsewhere = character < '\u0100' || character === '\ufffd' || found.has(character)
      if (!isElsewhere) found.set(character, keysym)
    }
  }
  for (const { first, characters } of OWN_WAYS) {
    ;[...characters].forEach((character, index) => found.set(character, first + index))
  }
  table = found
  return table
}

import { bareKey, groupsInTurn, placeOf, SHIFT } from './key-places.ts'
import type { KeyboardMap } from './keyboard-map.ts'
import { isLatinOrDigit, isOfKeypad, keysymsOfKey } from './named-keysyms.ts'

/** The keys of a chord, all in one group. */
export interface FoundChord {
  readonly kind: 'found'
  readonly keycodes: readonly number[]
  /** Undefined where the group that is on has them all. */
  readonly group: number | undefined
  /** Modifiers that make them what they are called: Num Lock for digits of the keypad. */
  readonly modifiers: number
}

export type ChordSearch =
  | FoundChord
  /** Has them all once these keysyms are lent spare keys. */
  | { readonly kind: 'borrows'; readonly keysyms: readonly number[] }
  /** The layout has no such keys. */
  | { readonly kind: 'lacks'; readonly names: readonly string[] }

/**
 * Finds the keys of a chord by the library's names. In the group that is on if it has each as a key by itself, else in another: with
 * Russian on beside English, Ctrl+C is the key that has C in English. What is a letter or digit, or is on the layout only together with
 * Shift or AltGr (1 in France, / in Germany), borrows a spare key: Shift would make another shortcut of it. Anything else is refused.
 */
export function findChord(
  names: readonly string[],
  map: KeyboardMap,
  current: number,
): ChordSearch {
  for (const group of groupsInTurn(map, current)) {
    const places = names.map((name) => keyOf(name, map, group))
    const found = places.filter((place) => place !== undefined)
    if (found.length === names.length) {
      const modifiers = found.reduce((all, place) => all | place.modifiers, 0)
      const keycodes = found.map(({ keycode }) => keycode)
      return { kind: 'found', keycodes, group: group === current ? undefined : group, modifiers }
    }
  }
  const missing = names.filter((name) => keyOf(name, map, current) === undefined)
  const isLent = (name: string): boolean =>
    isLatinOrDigit(name) || placeOf(map, keysymsOfKey(name), current) !== undefined
  const lacks = missing.filter((name) => !isLent(name))
  if (lacks.length > 0) return { kind: 'lacks', names: lacks }
  return { kind: 'borrows', keysyms: missing.flatMap((name) => keysymsOfKey(name).slice(0, 1)) }
}

function keyOf(
  name: string,
  map: KeyboardMap,
  group: number,
): { readonly keycode: number; readonly modifiers: number } | undefined {
  const keysyms = keysymsOfKey(name)
  const keycode = bareKey(map, keysyms, group)
  if (keycode !== undefined) return { keycode, modifiers: 0 }
  if (!keysyms.some(isOfKeypad)) return undefined
  const place = placeOf(map, keysyms, group)
  return place?.group === undefined && place?.modifiers !== SHIFT ? place : undefined
}

import { bareKey, bitsOf, groupsInTurn, modifierKey, placeOf, SHIFT } from './key-places.ts'
import type { KeyboardMap } from './keyboard-map.ts'
import { isLatinOrDigit, isOfKeypad, keysymsOfKey } from './named-keysyms.ts'

/** The keys of a chord, all in one group. */
export interface FoundChord {
  readonly kind: 'found'
  /** For each name its key, behind the modifiers that it needs. */
  readonly keycodes: readonly (readonly number[])[]
  /** Undefined where the group that is on has them all. */
  readonly group: number | undefined
  /** Modifiers to lock, which make them what they are called: Num Lock for digits of the keypad. */
  readonly locks: number
}

export type ChordSearch =
  | FoundChord
  /** Has them all once keys are given these letters and digits. */
  | { readonly kind: 'borrows'; readonly keysyms: readonly number[] }
  /** The layout has no such keys. */
  | { readonly kind: 'lacks'; readonly names: readonly string[] }

/**
 * Finds the keys of a chord by the library's names. In the group that is on if it has each as a key by itself, else in another: with
 * Russian on beside English, Ctrl+C is the key that has C in English. Letters that no group has, and digits that stand above (France),
 * borrow a key: Shift would make another shortcut of them. Signs that stand above are pressed as a person does: Ctrl+Shift+7 for Ctrl+/
 * in Germany. Anything else is refused.
 */
export function findChord(
  names: readonly string[],
  map: KeyboardMap,
  current: number,
): ChordSearch {
  const bare = findIn(names, map, current, bareOf)
  if (bare !== undefined) return bare
  const missing = names.filter((name) => bareOf(name, map, current) === undefined)
  if (missing.every(isLatinOrDigit)) {
    return { kind: 'borrows', keysyms: missing.flatMap(keysymsOfKey) }
  }
  return (
    findWithModifiers(names, map, current) ?? {
      kind: 'lacks',
      names: missing.filter((name) => aboveOf(name, map, current) === undefined),
    }
  )
}

/** The keys of a chord, each with the modifiers that lead to it. */
export const findWithModifiers = (
  names: readonly string[],
  map: KeyboardMap,
  current: number,
): FoundChord | undefined =>
  findIn(names, map, current, (...key) => bareOf(...key) ?? aboveOf(...key))

interface FoundKey {
  readonly keycodes: readonly number[]
  readonly locks: number
}
type FindKey = (name: string, map: KeyboardMap, group: number) => FoundKey | undefined

function findIn(
  names: readonly string[],
  map: KeyboardMap,
  current: number,
  find: FindKey,
): FoundChord | undefined {
  for (const group of groupsInTurn(map, current)) {
    const found = names.map((name) => find(name, map, group)).filter((key) => key !== undefined)
    if (found.length < names.length) continue
    return {
      kind: 'found',
      keycodes: found.map(({ keycodes }) => keycodes),
      group: group === current ? undefined : group,
      locks: found.reduce((all, { locks }) => all | locks, 0),
    }
  }
  return undefined
}

const bareOf: FindKey = (name, map, group) => {
  const keysyms = keysymsOfKey(name)
  const keycode = bareKey(map, keysyms, group)
  if (keycode !== undefined) return { keycodes: [keycode], locks: 0 }
  if (!keysyms.some(isOfKeypad)) return undefined
  const place = placeOf(map, keysyms, group)
  if (place === undefined || place.group !== undefined || place.modifiers === SHIFT)
    return undefined
  return { keycodes: [place.keycode], locks: place.modifiers }
}

const aboveOf: FindKey = (name, map, group) => {
  const place = placeOf(map, keysymsOfKey(name), group)
  if (place === undefined || place.group !== undefined) return undefined
  const modifiers = bitsOf(place.modifiers).map((bit) => modifierKey(map, bit, group))
  const found = modifiers.filter((keycode) => keycode !== undefined)
  if (found.length < modifiers.length) return undefined
  return { keycodes: [...found, place.keycode], locks: 0 }
}

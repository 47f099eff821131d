import type { KeyboardMap, KeyGroup } from './keyboard-map.ts'

/** Where a keysym is on the keyboard: struck there, in this group and with these modifiers, the key gives it. */
export interface KeyPlace {
  readonly keycode: number
  /** Undefined for a key that is the same in the group that is on. */
  readonly group: number | undefined
  readonly modifiers: number
  /** The modifiers that would make another keysym of it. */
  readonly choosing: number
}

export const SHIFT = 0b01
export const CAPS_LOCK = 0b10

/** The group that is on, then all others. */
export function groupsInTurn(map: KeyboardMap, current: number): readonly number[] {
  const count = Math.max(1, ...[...map.values()].map((groups) => groups.length))
  const all = Array.from({ length: count }, (_, group) => group)
  return [current, ...all.filter((group) => group !== current)]
}

/** The key that has one of these keysyms, by itself, in a group; an earlier keysym goes before a later one. */
export function bareKey(
  map: KeyboardMap,
  keysyms: readonly number[],
  group: number,
): number | undefined {
  for (const keysym of keysyms) {
    for (const keycode of map.keys()) {
      if (keyGroup(map, keycode, group)?.keysyms[0] === keysym) return keycode
    }
  }
  return undefined
}

/** Where one of these keysyms is: in the group that is on rather than in another, with few modifiers rather than many. */
export function placeOf(
  map: KeyboardMap,
  keysyms: readonly number[],
  current: number,
): KeyPlace | undefined {
  for (const group of groupsInTurn(map, current)) {
    const [best] = [...map.keys()]
      .flatMap((keycode) => placesOn(map, keycode, keysyms, group))
      .toSorted((a, b) => bitCount(a.modifiers) - bitCount(b.modifiers))
    if (best !== undefined) return group === current ? { ...best, group: undefined } : best
  }
  return undefined
}

/** Every key that has one of these keysyms anywhere. */
export function keysWith(map: KeyboardMap, keysyms: readonly number[]): readonly number[] {
  const has = (group: KeyGroup): boolean => group.keysyms.some((keysym) => keysyms.includes(keysym))
  return [...map].filter(([, groups]) => groups.some(has)).map(([keycode]) => keycode)
}

/** The key that sets this modifier, and no other, while it is down. */
export function modifierKey(map: KeyboardMap, bit: number, group: number): number | undefined {
  return [...map.keys()].find((keycode) => keyGroup(map, keycode, group)?.sets === bit)
}

/** A key that has fewer groups than there are begins again with its first. */
export function keyGroup(map: KeyboardMap, keycode: number, group: number): KeyGroup | undefined {
  const groups = map.get(keycode) ?? []
  return groups[group % groups.length]
}

function placesOn(
  map: KeyboardMap,
  keycode: number,
  keysyms: readonly number[],
  group: number,
): KeyPlace[] {
  const key = keyGroup(map, keycode, group)
  if (key === undefined || key.sets !== 0) return []
  return key.keysyms.flatMap((keysym, level) => {
    if (!keysyms.includes(keysym)) return []
    const ways = level === 0 ? [0] : waysTo(key, level)
    return ways.map((modifiers) => ({ keycode, group, modifiers, choosing: key.modifiers }))
  })
}

/** Caps Lock is left alone: it makes capitals of some keys only. */
const waysTo = (key: KeyGroup, wanted: number): readonly number[] =>
  key.levels
    .filter(({ level, modifiers }) => level === wanted && (modifiers & CAPS_LOCK) === 0)
    .map(({ modifiers }) => modifiers)

export const bitsOf = (modifiers: number): readonly number[] =>
  Array.from({ length: 8 }, (_, at) => 1 << at).filter((bit) => (modifiers & bit) !== 0)

const bitCount = (modifiers: number): number => bitsOf(modifiers).length

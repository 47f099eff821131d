import { setTimeout as wait } from 'node:timers/promises'
import { keyGroup } from './key-places.ts'
import type { KeyboardMap } from './keyboard-map.ts'
import { ALPHABETIC, ONE_LEVEL } from './set-key.ts'
import { LEARNED_WITHIN_MS } from './spare-keys.ts'
import type { XConnection } from './x-connection.ts'

/** The rows of letters and digits, from the keycode of their first key on: alike on every X server that runs on a PC's keyboard. */
const ROWS: readonly { readonly first: number; readonly characters: string }[] = [
  { first: 10, characters: '1234567890' },
  { first: 24, characters: 'qwertyuiop' },
  { first: 38, characters: 'asdfghjkl' },
  { first: 52, characters: 'zxcvbnm' },
]
const MOST_GROUPS = 4

/** Keys that have a letter or digit in a group of their own, behind those of the layout. */
export interface LatinKeys {
  /** Gives these keysyms the keys that they have on an American keyboard. False where a key has no room for it. */
  add(keysyms: readonly number[]): Promise<boolean>
}

/**
 * A shortcut's letter on a layout that has none, or its digit where the layout has that with Shift only. What the layout has stays as it
 * is: nobody comes into the group behind it but us. Programs that go by keysyms see the letter, and those that go by places, or that
 * learn nothing of the change (Chromium), its place. Kept until the layout is set again.
 */
export function createLatinKeys(x: XConnection): LatinKeys {
  const ours = new Set<number>()
  return {
    add: async (keysyms) => {
      const map = await x.map()
      const group = groupsBehind(map, ours)
      const places = keysyms.map((keysym) => ({ keysym, keycode: placeOnAmerican(keysym) }))
      if (group >= MOST_GROUPS) return false
      for (const { keysym, keycode } of places) {
        const before = keycode === undefined ? undefined : groupsOf(map, keycode, group)
        if (keycode === undefined || before === undefined) return false
        await x.setKey(keycode, [...before, latinGroup(keysym)])
        ours.add(keycode)
      }
      await wait(LEARNED_WITHIN_MS)
      return true
    },
  }
}

/** How many groups the layout has, which a key of ours does not tell. */
const groupsBehind = (map: KeyboardMap, ours: ReadonlySet<number>): number =>
  Math.max(1, ...[...map].map(([keycode, groups]) => (ours.has(keycode) ? 1 : groups.length)))

/** A key in each of the layout's groups; undefined for one that is no plain key. */
function groupsOf(map: KeyboardMap, keycode: number, count: number) {
  const groups = Array.from({ length: count }, (_, group) => keyGroup(map, keycode, group))
  const found = groups.filter((each) => each !== undefined && each.sets === 0)
  return found.length === count ? found.filter((each) => each !== undefined) : undefined
}

function latinGroup(keysym: number) {
  const character = String.fromCharCode(keysym)
  const isLetter = /[a-z]/.test(character)
  return isLetter
    ? { type: ALPHABETIC, keysyms: [keysym, character.toUpperCase().charCodeAt(0)] }
    : { type: ONE_LEVEL, keysyms: [keysym] }
}

function placeOnAmerican(keysym: number): number | undefined {
  const character = String.fromCharCode(keysym)
  const row = ROWS.find(({ characters }) => characters.includes(character))
  return row && row.first + row.characters.indexOf(character)
}

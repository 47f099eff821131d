import { setTimeout as wait } from 'node:timers/promises'
import { SaidError } from '../../../../contract/words/said-error.ts'
import { say } from '../../../../contract/words/say.ts'
import { bitsOf, CAPS_LOCK, keyGroup, modifierKey, placeOf, type KeyPlace } from './key-places.ts'
import type { KeyboardMap } from './keyboard-map.ts'
import { isTypable, keysymOf, keysymsOf } from './keysym.ts'
import type { SpareKeys } from './spare-keys.ts'
import type { XConnection, XkbState } from './x-connection.ts'

/** Between keys; some programs lose keys that come faster. */
const KEY_DELAY_MS = 2

interface TypingParts {
  readonly x: XConnection
  readonly spareKeys: SpareKeys
  /** The keys that we hold down. */
  readonly heldKeycodes: () => readonly number[]
}

/**
 * Types what is asked, whatever layout is on, by the rule of xdotool: a character is struck in the group that is on if that has it,
 * else in another, which is on for just that stroke, else by a spare key. The map and the group are looked at before every stroke, so
 * that the layout may be switched in the middle.
 */
export async function typeOnX(text: string, parts: TypingParts): Promise<void> {
  let rest = [...text].filter(isTypable)
  while (rest.length > 0) {
    const ready = await makeReady(rest, parts)
    if (ready === 0) throw new SaidError(NO_SPARE_KEY)
    for (const character of rest.slice(0, ready)) {
      await strike(character, parts)
      await wait(KEY_DELAY_MS)
    }
    rest = rest.slice(ready)
  }
  await parts.x.state()
}

async function makeReady(
  characters: readonly string[],
  { spareKeys }: TypingParts,
): Promise<number> {
  const layout = await spareKeys.layout()
  const lacks = new Map(
    [...new Set(characters)]
      .filter((character) => placeOf(layout, keysymsOf(character), 0) === undefined)
      .map((character) => [character, keysymOf(character)]),
  )
  return spareKeys.lend(characters.map((character) => lacks.get(character)))
}

async function strike(character: string, parts: TypingParts): Promise<void> {
  const { x, spareKeys } = parts
  const find = async (): Promise<readonly [KeyboardMap, XkbState, KeyPlace | undefined]> => {
    const state = await x.state()
    const map = await x.map()
    return [map, state, placeOf(map, keysymsOf(character), state.group)]
  }
  let [map, state, place] = await find()
  if (place === undefined) {
    // The layout was switched since: what it lacks is another matter now.
    await spareKeys.lend([keysymOf(character)])
    ;[map, state, place] = await find()
  }
  if (place === undefined) throw new SaidError(NO_SPARE_KEY)
  order(x, place, { map, state, held: parts.heldKeycodes() })
}

interface Keyboard {
  readonly map: KeyboardMap
  readonly state: XkbState
  readonly held: readonly number[]
}

/** Everything that a stroke changes is set right again in the same breath: nothing can come between. */
function order(x: XConnection, place: KeyPlace, { map, state, held }: Keyboard): void {
  const group = place.group ?? state.group
  const setBy = (keycode: number): number => keyGroup(map, keycode, state.group)?.sets ?? 0
  const lifted = held.filter((keycode) => setBy(keycode) !== 0)
  const base = lifted.reduce((mods, keycode) => mods & ~setBy(keycode), state.baseMods)
  const missing = bitsOf(place.modifiers & ~(base | (state.lockedMods & place.choosing)))
  const keys = missing.flatMap((bit) => modifierKey(map, bit, group) ?? [])
  // A modifier without a key of its own can still be locked.
  const toLock = missing.filter((bit) => modifierKey(map, bit, group) === undefined)
  const locks = toLock.reduce((mods, bit) => mods | bit, state.lockedMods & place.modifiers)
  const affected = (place.choosing | CAPS_LOCK) & 0xff
  const isPlain = place.group === undefined && (state.lockedMods & affected) === locks

  for (const keycode of lifted) x.release(keycode)
  if (!isPlain) x.lock(affected, locks, place.group)
  for (const keycode of keys) x.press(keycode)
  x.press(place.keycode)
  x.release(place.keycode)
  for (const keycode of keys.toReversed()) x.release(keycode)
  if (!isPlain) {
    x.lock(
      affected,
      state.lockedMods & affected,
      place.group === undefined ? undefined : state.lockedGroup,
    )
  }
  for (const keycode of lifted) x.press(keycode)
}

const NO_SPARE_KEY = say(
  'The text was not typed to its end: the keyboard layout lacks a letter, and has no spare key to type it with. Add a layout that has it.',
)

import { SaidError } from '../../../../contract/words/said-error.ts'
import { say } from '../../../../contract/words/say.ts'
import { keyNameOf } from '../input/key-names.ts'
import type { NativeKeys } from '../input/native-keys.ts'
import { findChord, type FoundChord } from './find-chord.ts'
import { keysWith } from './key-places.ts'
import { keysymsOfKey } from './named-keysyms.ts'
import { createSpareKeys, type SpareKeys } from './spare-keys.ts'
import { typeOnX } from './type-on-x.ts'
import type { XConnection } from './x-connection.ts'

/**
 * The keyboard of an X server, by whatever layout is on. What is pressed together goes out in one piece, all of it or nothing; what is
 * let go of goes by the keys that were pressed, whatever the layout has become meanwhile, and what is not down is no matter.
 */
export function createXKeyboard(x: XConnection): NativeKeys {
  const held = new Map<string, number>()
  /** Asked to press and hold, and not pressed. */
  const refused = new Set<string>()
  const settings: HeldSetting[] = []
  const heldKeycodes = (): number[] => [...held.values()]
  const spareKeys = createSpareKeys(x, (keycode) => heldKeycodes().includes(keycode))
  const release = async (names: readonly string[]): Promise<void> => {
    const { group } = await x.state()
    for (const name of names.toReversed()) {
      const own = held.get(name)
      if (own !== undefined) x.release(own)
      else if (!refused.has(name)) await releaseForOther(name, x, heldKeycodes())
      held.delete(name)
      refused.delete(name)
    }
    const isNeeded = (one: HeldSetting): boolean => one.names.some((name) => held.has(name))
    for (const over of settings.filter((one) => !isNeeded(one))) over.setBack(group)
    settings.splice(0, settings.length, ...settings.filter(isNeeded))
    await x.state()
  }
  return {
    press: async (names) => {
      names.forEach((name) => refused.add(name))
      const found = await find(names, x, spareKeys)
      names.forEach((name) => refused.delete(name))
      const setBack = await setUp(x, found)
      // As long as it is down it repeats, by the group and the locks that are on then.
      if (setBack !== undefined) settings.push({ names, setBack })
      for (const [index, keycode] of found.keycodes.entries()) {
        held.set(names[index] ?? '', keycode)
        x.press(keycode)
      }
      await x.state()
    },
    release,
    chord: async (names) => {
      const found = await find(names, x, spareKeys)
      const setBack = await setUp(x, found)
      for (const keycode of found.keycodes) x.press(keycode)
      for (const keycode of found.keycodes.toReversed()) x.release(keycode)
      setBack?.(found.group)
      await x.state()
    },
    type: (text) => typeOnX(text, { x, spareKeys, heldKeycodes }),
    isHolding: () => held.size > 0,
    releaseAll: () => release([...held.keys()]),
  }
}

/**
 * Lets go of a key that another process pressed, which has died since: of those that have its name, or, when the layout has changed, of
 * all that are down. The server ignores it for keys that a hand holds down.
 */
async function releaseForOther(
  name: string,
  x: XConnection,
  own: readonly number[],
): Promise<void> {
  const down = await x.down()
  const named = keysWith(await x.map(), keysymsOfKey(name)).filter((key) => down.includes(key))
  const keycodes = named.length > 0 ? named : down.filter((key) => !own.includes(key))
  for (const keycode of keycodes) x.release(keycode)
}

/** What is set while keys are held that need it. */
interface HeldSetting {
  readonly names: readonly string[]
  readonly setBack: SetBack
}

/** Is told the group that is on. */
type SetBack = (group: number | undefined) => void

async function find(
  names: readonly string[],
  x: XConnection,
  spareKeys: SpareKeys,
): Promise<FoundChord> {
  const { group } = await x.state()
  // Without what was lent to texts: whether a chord is refused must not depend on what was typed before.
  const search = findChord(names, await spareKeys.layout(), group)
  if (search.kind === 'found') return search
  if (search.kind === 'borrows') {
    await spareKeys.lend(search.keysyms)
    const again = findChord(names, await x.map(), group)
    if (again.kind === 'found') return again
  }
  const missing = search.kind === 'lacks' ? search.names : names
  throw new SaidError(
    say(
      'This keyboard layout does not have that key, so nothing was pressed: {}. Choose another key for it, or add a layout that has it.',
      missing.map(keyNameOf).join(', '),
    ),
  )
}

/** Orders the group and the locks that keys need. What is ordered on the same turn goes out with it, and nothing can come between. */
async function setUp(x: XConnection, found: FoundChord): Promise<SetBack | undefined> {
  const before = await x.state()
  const locks = found.modifiers & ~before.mods
  if (locks === 0 && found.group === undefined) return undefined
  x.lock(locks, locks, found.group)
  return (group) => {
    // A group that somebody chose meanwhile stays.
    const isOurs = found.group !== undefined && group === found.group
    x.lock(locks, before.lockedMods & locks, isOurs ? before.lockedGroup : undefined)
  }
}

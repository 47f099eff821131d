import type { NativeKeys } from '../input/native-keys.ts'
import { findOnX } from './find-on-x.ts'
import { createHeldSettings, setUp } from './held-settings.ts'
import { keysWith } from './key-places.ts'
import { createLatinKeys } from './latin-keys.ts'
import { keysymsOfKey } from './named-keysyms.ts'
import { createSpareKeys } from './spare-keys.ts'
import { typeOnX } from './type-on-x.ts'
import type { XConnection } from './x-connection.ts'

/**
 * The keyboard of an X server, by whatever layout is on. What is pressed together goes out in one piece, all of it or nothing; what is
 * let go of goes by the keys that were pressed, whatever the layout has become meanwhile, and what is not down is no matter.
 */
export function createXKeyboard(x: XConnection): NativeKeys {
  const held = new Map<string, readonly number[]>()
  /** Asked to press and hold, and not pressed. */
  const refused = new Set<string>()
  const settings = createHeldSettings()
  const heldKeycodes = (): readonly number[] => [...held.values()].flat()
  const spareKeys = createSpareKeys(x, (keycode) => heldKeycodes().includes(keycode))
  const loans = { spareKeys, latinKeys: createLatinKeys(x) }
  const release = async (names: readonly string[]): Promise<void> => {
    const { group } = await x.state()
    for (const name of names.toReversed()) {
      const own = held.get(name)
      if (own !== undefined) own.toReversed().forEach(x.release)
      else if (!refused.has(name)) await releaseForOther(name, x, heldKeycodes())
      held.delete(name)
      refused.delete(name)
    }
    settings.setBack((name) => held.has(name), group)
    await x.state()
  }
  return {
    press: async (names) => {
      names.forEach((name) => refused.add(name))
      const found = await findOnX(names, x, loans)
      names.forEach((name) => refused.delete(name))
      settings.keep(names, await setUp(x, found))
      for (const [index, keycodes] of found.keycodes.entries()) {
        held.set(names[index] ?? '', keycodes)
        keycodes.forEach(x.press)
      }
      await x.state()
    },
    release,
    chord: async (names) => {
      const found = await findOnX(names, x, loans)
      const setBack = await setUp(x, found)
      const keycodes = [...new Set(found.keycodes.flat())]
      keycodes.forEach(x.press)
      keycodes.toReversed().forEach(x.release)
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

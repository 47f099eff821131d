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
  const spareKeys = createSpareKeys(x, (keycode) => [...held.values()].includes(keycode))
  const letGo = async (names: readonly string[]): Promise<void> => {
    const map = await x.map()
    for (const name of names.toReversed()) {
      const own = held.get(name)
      // Another process may have pressed it, and have died since. The server ignores a release of what is not down.
      const keycodes = own === undefined ? keysWith(map, keysymsOfKey(name)) : [own]
      for (const keycode of keycodes) x.release(keycode)
      held.delete(name)
    }
    await x.state()
  }
  return {
    press: async (names) => {
      const found = await find(names, x, spareKeys)
      await together(x, found, () => {
        names.forEach((name, index) => {
          const keycode = found.keycodes[index]
          if (keycode === undefined) return
          held.set(name, keycode)
          x.press(keycode)
        })
      })
    },
    release: letGo,
    chord: async (names) => {
      const found = await find(names, x, spareKeys)
      await together(x, found, () => {
        for (const keycode of found.keycodes) x.press(keycode)
        for (const keycode of found.keycodes.toReversed()) x.release(keycode)
      })
    },
    type: (text) => typeOnX(text, { x, spareKeys, heldKeycodes: () => [...held.values()] }),
    isHolding: () => held.size > 0,
    releaseAll: () => letGo([...held.keys()]),
  }
}

async function find(
  names: readonly string[],
  x: XConnection,
  spareKeys: SpareKeys,
): Promise<FoundChord> {
  const { group } = await x.state()
  const search = findChord(names, await x.map(), group)
  if (search.kind === 'found') return search
  if (search.kind === 'borrows') {
    await spareKeys.lend(search.keysyms)
    const again = findChord(names, await x.map(), group)
    if (again.kind === 'found') return again
  }
  const missing = search.kind === 'lacks' ? search.names : names
  throw new SaidError(say(LACKS_KEY, missing.map(keyNameOf).join(', ')))
}

/** Does it in the group and with the locks that it needs. They are set back in the same breath: nothing can come between. */
async function together(x: XConnection, found: FoundChord, act: () => void): Promise<void> {
  const state = await x.state()
  const locks = found.modifiers & ~state.mods
  const isPlain = locks === 0 && found.group === undefined
  if (!isPlain) x.lock(locks, locks, found.group)
  act()
  if (!isPlain) {
    x.lock(
      locks,
      state.lockedMods & locks,
      found.group === undefined ? undefined : state.lockedGroup,
    )
  }
  await x.state()
}

const LACKS_KEY =
  'This keyboard layout does not have that key, so nothing was pressed: {}. Choose another key for it, or add a layout that has it.'

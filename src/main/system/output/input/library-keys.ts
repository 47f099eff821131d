import { Key, providerRegistry } from '@nut-tree-fork/nut-js'
import type { NativeKeys } from './native-keys.ts'

/** Keys by way of the input library: on Windows and macOS. */
export function createLibraryKeys(): NativeKeys {
  const keyboard = providerRegistry.getKeyboard()
  keyboard.setKeyboardDelay(0)
  const held = new Set<string>()

  const press = async (names: readonly string[]): Promise<void> => {
    for (const name of names) {
      held.add(name)
      await keyboard.pressKey(asKey(name))
    }
  }
  const release = async (names: readonly string[]): Promise<void> => {
    for (const name of names.toReversed()) {
      await keyboard.releaseKey(asKey(name))
      held.delete(name)
    }
  }
  return {
    press,
    release,
    chord: (names) => press(names).finally(() => release(names)),
    type: (text) => keyboard.type(text),
    isHolding: () => held.size > 0,
    releaseAll: () => release([...held]).catch(() => undefined),
  }
}

const keysByName = new Map(Object.entries(Key))

function asKey(name: string): Key {
  const key = keysByName.get(name)
  if (typeof key !== 'number') throw new Error(`library-keys: no key is called ${name}`)
  return key
}

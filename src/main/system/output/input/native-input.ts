import { Button, Key, providerRegistry } from '@nut-tree-fork/nut-js'
import type { MouseButton } from '../../../../core/action/action.ts'
import type { ScreenPoint } from '../../../../core/geometry/point.ts'
import { ZOOM_KEYS, type InputCommand } from './input-commands.ts'

/** The input library, spoken to below its automation layer, whose every call waits at least one timer tick. */
export interface NativeInput {
  carryOut(command: InputCommand): Promise<void>
  position(): Promise<ScreenPoint>
  screenSize(): Promise<{ readonly width: number; readonly height: number }>
  /** Whether orders pressed something that they did not release. */
  isHolding(): boolean
  /** Lets go of everything that orders pressed and did not release. */
  releaseAll(): Promise<void>
}

const BUTTONS: Readonly<Record<MouseButton, Button>> = {
  left: Button.LEFT,
  right: Button.RIGHT,
  middle: Button.MIDDLE,
}

export function openNativeInput(): NativeInput {
  const mouse = providerRegistry.getMouse()
  mouse.setMouseDelay(0)
  const keys = createKeys()
  const buttons = createButtons()

  const carryOut = async (command: InputCommand): Promise<void> => {
    switch (command.kind) {
      case 'move':
        return mouse.setMousePosition(command)
      case 'press':
        await mouse.setMousePosition(command)
        return buttons.press(command.button)
      case 'release':
        return buttons.release(command.button)
      case 'click':
        await mouse.setMousePosition(command)
        if (command.isDouble) return mouse.doubleClick(BUTTONS[command.button])
        return mouse.click(BUTTONS[command.button])
      case 'scroll':
        return scroll(command.right, command.down)
      case 'zoom':
        return keys.holding(ZOOM_KEYS, () => scroll(0, -command.in))
      case 'press-keys':
        return keys.press(command.keys)
      case 'release-keys':
        return keys.release(command.keys)
      case 'chord':
        return keys.chord(command.keys)
      case 'type':
        return providerRegistry.getKeyboard().type(command.text)
      case 'position':
        return
    }
  }
  return {
    carryOut,
    position: () => mouse.currentMousePosition(),
    screenSize: async () => {
      const { width, height } = await providerRegistry.getScreen().screenSize()
      return { width, height }
    },
    isHolding: () => buttons.isHolding() || keys.isHolding(),
    releaseAll: async () => {
      await buttons.releaseAll()
      await keys.releaseAll()
    },
  }
}

interface Buttons {
  press(button: MouseButton): Promise<void>
  release(button: MouseButton): Promise<void>
  isHolding(): boolean
  releaseAll(): Promise<void>
}

/** A button counts as held from before it is pressed until it was released, so that one that fails halfway is let go of, too. */
function createButtons(): Buttons {
  const mouse = providerRegistry.getMouse()
  const held = new Set<MouseButton>()

  const release = async (button: MouseButton): Promise<void> => {
    await mouse.releaseButton(BUTTONS[button])
    held.delete(button)
  }
  return {
    press: (button) => {
      held.add(button)
      return mouse.pressButton(BUTTONS[button])
    },
    release,
    isHolding: () => held.size > 0,
    releaseAll: async () => {
      for (const button of held) await release(button).catch(() => undefined)
    },
  }
}

/**
 * What the library counts per notch of a wheel: X clicks a wheel button, Windows takes wheel deltas (120 a notch), macOS
 * pixels. The last two are read from the library's C sources, not tried.
 */
const UNITS_PER_NOTCH: Readonly<Partial<Record<NodeJS.Platform, number>>> = {
  win32: 120,
  darwin: 40,
}

async function scroll(right: number, down: number): Promise<void> {
  const mouse = providerRegistry.getMouse()
  const units = UNITS_PER_NOTCH[process.platform] ?? 1
  if (down > 0) await mouse.scrollDown(down * units)
  if (down < 0) await mouse.scrollUp(-down * units)
  // @note Left and right are swapped: the library takes a positive x for left (seen on X; the same in its sources for
  // the other systems), while its wrapper calls that scrollRight.
  if (right > 0) await mouse.scrollLeft(right * units)
  if (right < 0) await mouse.scrollRight(-right * units)
}

interface Keys {
  press(names: readonly string[]): Promise<void>
  release(names: readonly string[]): Promise<void>
  chord(names: readonly string[]): Promise<void>
  isHolding(): boolean
  /** Holds them for as long as `work` takes, also when it fails. */
  holding(names: readonly string[], work: () => Promise<void>): Promise<void>
  releaseAll(): Promise<void>
}

function createKeys(): Keys {
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
    isHolding: () => held.size > 0,
    holding: (names, work) =>
      press(names)
        .then(work)
        .finally(() => release(names)),
    releaseAll: () => release([...held]).catch(() => undefined),
  }
}

const keysByName = new Map(Object.entries(Key))

function asKey(name: string): Key {
  const key = keysByName.get(name)
  if (typeof key !== 'number') throw new Error(`native-input: no key is called ${name}`)
  return key
}

import { Button, providerRegistry } from '@nut-tree-fork/nut-js'
import { saidBy } from '../../../../contract/words/said-error.ts'
import type { MouseButton } from '../../../../core/action/action.ts'
import type { ScreenPoint } from '../../../../core/geometry/point.ts'
import { connectToX } from '../x11/x-connection.ts'
import { createXKeyboard } from '../x11/x-keyboard.ts'
import { ZOOM_KEYS, type InputCommand } from './input-commands.ts'
import { createLibraryKeys } from './library-keys.ts'
import { createRefusingKeys } from './refusing-keys.ts'
import type { NativeKeys } from './native-keys.ts'

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

/** `onLost` is called when the display has gone. */
export function openNativeInput(onLost: () => void = () => undefined): NativeInput {
  const mouse = providerRegistry.getMouse()
  mouse.setMouseDelay(0)
  const keys = laterKeys(openKeys(onLost))
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
        return zoom(keys, command.in)
      case 'press-keys':
        return keys.press(command.keys)
      case 'release-keys':
        return keys.release(command.keys)
      case 'chord':
        return keys.chord(command.keys)
      case 'type':
        return keys.type(command.text)
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

/**
 * The library looks neither at the layout nor at the group that is on, and X ends it for a key that the layout lacks: on X keys go by a
 * connection of our own, or not at all.
 */
async function openKeys(onLost: () => void): Promise<NativeKeys> {
  if (process.platform !== 'linux') return createLibraryKeys()
  try {
    return createXKeyboard(await connectToX(onLost))
  } catch (error) {
    return createRefusingKeys(saidBy(error))
  }
}

/** Keys that wait until they are there. */
function laterKeys(opening: Promise<NativeKeys>): NativeKeys {
  let keys: NativeKeys | undefined
  const opened = opening.then((found) => (keys = found))
  return {
    press: async (names) => (await opened).press(names),
    release: async (names) => (await opened).release(names),
    chord: async (names) => (await opened).chord(names),
    type: async (text) => (await opened).type(text),
    isHolding: () => keys?.isHolding() === true,
    releaseAll: async () => (await opened).releaseAll(),
  }
}

async function zoom(keys: NativeKeys, inNotches: number): Promise<void> {
  await keys.press(ZOOM_KEYS)
  try {
    await scroll(0, -inNotches)
    // Asked for its answer: keys and wheel may go by two connections, and Control is held until the wheel has turned.
    await providerRegistry.getMouse().currentMousePosition()
  } finally {
    await keys.release(ZOOM_KEYS)
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

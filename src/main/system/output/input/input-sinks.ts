import type { KeyName, MouseButton } from '../../../../core/action/action.ts'
import type { ScreenPoint } from '../../../../core/geometry/point.ts'
import type { InputStandby } from './input-standby.ts'
import { nativeKeyOf } from './key-names.ts'
import type { Outcome } from '../sinks/sink.ts'
import { createTypist } from './type-text.ts'

export interface PointerSink {
  move(to: ScreenPoint): Outcome
  /** Moves to `at` and presses there, as one step. */
  press(button: MouseButton, at: ScreenPoint): Outcome
  release(button: MouseButton): Outcome
  click(button: MouseButton, count: 1 | 2, at: ScreenPoint): Outcome
  /** Whole notches; positive is right and down. */
  scroll(rightNotches: number, downNotches: number): Outcome
  /** Notches with Control held for just as long; positive is nearer. */
  zoom(inNotches: number): Outcome
  /** Where the pointer is now, wherever it was last sent. */
  position(): Promise<ScreenPoint>
}

export interface KeyboardSink {
  /** Presses in order and holds. */
  press(keys: readonly KeyName[]): Outcome
  /** Lets go in reverse order. */
  release(keys: readonly KeyName[]): Outcome
  /** Presses in order, lets go in reverse order, at once. */
  chord(keys: readonly KeyName[]): Outcome
  type(text: string): Outcome
}

export function createPointerSink(input: InputStandby): PointerSink {
  const send = async (command: Parameters<InputStandby['command']>[0]): Promise<void> => {
    await input.command(command)
  }
  return {
    move: (to) => send({ kind: 'move', x: to.x, y: to.y }),
    press: (button, at) => send({ kind: 'press', button, x: at.x, y: at.y }),
    release: (button) => send({ kind: 'release', button }),
    click: (button, count, at) =>
      send({ kind: 'click', button, isDouble: count === 2, x: at.x, y: at.y }),
    scroll: (right, down) => send({ kind: 'scroll', right, down }),
    zoom: (inNotches) => send({ kind: 'zoom', in: inNotches }),
    position: () => input.command({ kind: 'position' }),
  }
}

export function createKeyboardSink(input: InputStandby): KeyboardSink {
  const send = async (command: Parameters<InputStandby['command']>[0]): Promise<void> => {
    await input.command(command)
  }
  return {
    press: (keys) => send({ kind: 'press-keys', keys: keys.map(nativeKey) }),
    release: (keys) => send({ kind: 'release-keys', keys: keys.map(nativeKey) }),
    chord: (keys) => send({ kind: 'chord', keys: keys.map(nativeKey) }),
    type: createTypist(process.platform, send),
  }
}

function nativeKey(name: KeyName): string {
  const native = nativeKeyOf(name)
  if (native === undefined) throw new Error(`There is no key called "${name}".`)
  return native
}

import type { Xkb, XkbState, XTest } from 'x11'
import { getMapRequest, MAP_PARTS, readKeyboardMap, type KeyboardMap } from './keyboard-map.ts'
import { setKeyRequest, type GroupKeysyms } from './set-key.ts'
import { answerOf, askFor, openClient, send } from './x-client.ts'

export type { XkbState } from 'x11'

/** The keyboard of an X server, by keycodes. Orders go out together, in one piece, with the next question: all or none arrive. */
export interface XConnection {
  press(keycode: number): void
  release(keycode: number): void
  /** Sets the locked modifiers among `affected`, and the locked group where one is given. */
  lock(affected: number, modifiers: number, group: number | undefined): void
  /** Answers when all orders so far have taken effect. */
  state(): Promise<XkbState>
  /** As it is now; asked for again only after the server told of a change. */
  map(): Promise<KeyboardMap>
  /** The keycodes of the keys that are down, whoever pressed them. */
  down(): Promise<readonly number[]>
  /** Gives a key one keysym in every group. */
  assign(keycode: number, keysym: number): Promise<void>
  /** Gives a key keysyms in each group. */
  setKey(keycode: number, groups: readonly GroupKeysyms[]): Promise<void>
  close(): void
}

/**
 * Connects to the display that the environment names.
 * @param onLost called once when the display has gone.
 * @throws Error when there is none, or one that lacks XKEYBOARD or XTEST.
 */
export async function connectToX(onLost: () => void): Promise<XConnection> {
  const client = await openClient(onLost)
  const xkb = await answerOf<Xkb>((answered) => client.require('xkb', answered))
  const xtest = await answerOf<XTest>((answered) => client.require('xtest', answered))
  let known: KeyboardMap | undefined
  client.on('event', ({ xkbType }) => {
    if (xkbType !== undefined) known = undefined
  })
  const changes = xkb.EventType.NewKeyboardNotify | xkb.EventType.MapNotify
  xkb.SelectEvents(xkb.UseCoreKbd, changes, 0, changes, MAP_PARTS, MAP_PARTS, {})
  const fake = (type: number, keycode: number): void => {
    xtest.FakeInput(type, keycode, 0, 0, 0, 0)
  }
  const state = (): Promise<XkbState> =>
    answerOf((answered) => {
      xkb.GetState(xkb.UseCoreKbd, answered)
    })
  const map = async (): Promise<KeyboardMap> => {
    // What the server told before it answered has been heard by then.
    if (known !== undefined) await state()
    known ??= await askFor(client, getMapRequest(xkb), readKeyboardMap)
    return known
  }
  return {
    press: (keycode) => fake(xtest.KeyPress, keycode),
    release: (keycode) => fake(xtest.KeyRelease, keycode),
    lock: (affected, modifiers, group) => {
      const isGroup = group !== undefined
      xkb.LatchLockState(xkb.UseCoreKbd, affected, modifiers, isGroup, group ?? 0, 0, 0, false, 0)
    },
    state,
    map,
    down: async () => keycodesIn(await answerOf((answered) => client.QueryKeymap(answered))),
    assign: (keycode, keysym) =>
      answerOf((answered) => client.ChangeKeyboardMapping(keycode, 1, [keysym], answered)),
    setKey: async (keycode, groups) => {
      const keycodes = [...(await map()).keys()]
      const range = [Math.min(...keycodes), Math.max(...keycodes)] as const
      const { majorOpcode, UseCoreKbd: device } = xkb
      await send(client, setKeyRequest({ majorOpcode, device, range, keycode }, groups))
    },
    close: () => {
      client.terminate()
    },
  }
}

/** A bit for each of 256 keys. */
const keycodesIn = (bits: Uint8Array): readonly number[] =>
  Array.from({ length: 8 * bits.length }, (_, keycode) => keycode).filter(
    (keycode) => ((bits[keycode >> 3] ?? 0) & (1 << (keycode & 7))) !== 0,
  )

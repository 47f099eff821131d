import { createClient, type Answered, type Client, type Xkb, type XkbState, type XTest } from 'x11'
import { MAP_PARTS, readKeyboardMap, type KeyboardMap } from './keyboard-map.ts'

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
  close(): void
}

const GET_MAP = 8
const GET_MAP_BYTES = 28

/**
 * Connects to the display that the environment names.
 * @param onLost called once when the display has gone.
 * @throws Error when there is none, or one that lacks XKEYBOARD or XTEST.
 */
export async function connectToX(onLost: () => void): Promise<XConnection> {
  const client = await connect(onLost)
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
  return {
    press: (keycode) => fake(xtest.KeyPress, keycode),
    release: (keycode) => fake(xtest.KeyRelease, keycode),
    lock: (affected, modifiers, group) => {
      const isGroup = group !== undefined
      xkb.LatchLockState(xkb.UseCoreKbd, affected, modifiers, isGroup, group ?? 0, 0, 0, false, 0)
    },
    state,
    map: async () => {
      // What the server told before it answered has been heard by then.
      if (known !== undefined) await state()
      known ??= await askForMap(client, xkb)
      return known
    },
    down: async () => keycodesIn(await answerOf((answered) => client.QueryKeymap(answered))),
    assign: (keycode, keysym) =>
      answerOf((answered) => client.ChangeKeyboardMapping(keycode, 1, [keysym], answered)),
    close: () => {
      client.terminate()
    },
  }
}

function connect(onLost: () => void): Promise<Client> {
  return new Promise((resolve, reject) => {
    const client = createClient({ shm: false, bufferRequests: true }, (error, display) => {
      if (error) reject(error)
      else resolve(display.client)
    })
    client.on('error', reject)
    client.on('end', onLost)
  })
}

function answerOf<Reply>(ask: (answered: Answered<Reply>) => void): Promise<Reply> {
  return new Promise((resolve, reject) => {
    ask((error, reply) => {
      if (error) reject(error)
      else resolve(reply)
      // The library takes a refusal for its own affair otherwise.
      return true
    })
  })
}

/** The library has no XkbGetMap. */
function askForMap(client: Client, xkb: Xkb): Promise<KeyboardMap> {
  const request = Buffer.alloc(GET_MAP_BYTES)
  request.writeUInt8(xkb.majorOpcode, 0)
  request.writeUInt8(GET_MAP, 1)
  request.writeUInt16LE(GET_MAP_BYTES / 4, 2)
  request.writeUInt16LE(xkb.UseCoreKbd, 4)
  request.writeUInt16LE(MAP_PARTS, 6)
  return answerOf((answered) => {
    client.seq_num += 1
    client.pack_stream.put(request)
    client.replies[client.seq_num] = [readKeyboardMap, answered]
    client.pack_stream.submit(true)
  })
}

/** A bit for each of 256 keys. */
const keycodesIn = (bits: Uint8Array): readonly number[] =>
  Array.from({ length: 8 * bits.length }, (_, keycode) => keycode).filter(
    (keycode) => ((bits[keycode >> 3] ?? 0) & (1 << (keycode & 7))) !== 0,
  )

/** Which keysyms a key has in one group (layout), a level each, and which modifiers lead to a level. */
export interface KeyGroup {
  readonly keysyms: readonly number[]
  /** The server's number of the type that says which modifiers do what. */
  readonly type: number
  /** The modifiers that choose among the levels; others do not matter to it. */
  readonly modifiers: number
  /** Level 0 has none: it is what every other combination gives. */
  readonly levels: readonly { readonly level: number; readonly modifiers: number }[]
  /** The modifiers that are set for as long as the key is down. */
  readonly sets: number
}

/** The groups of each keycode; none for a key that is spare. A key with fewer groups than others begins again with its first. */
export type KeyboardMap = ReadonlyMap<number, readonly KeyGroup[]>

/** What is asked of XkbGetMap: types, keysyms and actions. */
export const MAP_PARTS = 0b1_0011

/** The answer begins behind the eight bytes that all answers have in common. */
const HEAD = 8
const BODY = 40 - HEAD
const SETS_MODIFIERS = 1
const GROUPS = 4

const GET_MAP = 8
const GET_MAP_BYTES = 28

/** XkbGetMap for the whole map of the keyboard. */
export function getMapRequest(xkb: {
  readonly majorOpcode: number
  readonly UseCoreKbd: number
}): Buffer {
  const request = Buffer.alloc(GET_MAP_BYTES)
  request.writeUInt8(xkb.majorOpcode, 0)
  request.writeUInt8(GET_MAP, 1)
  request.writeUInt16LE(GET_MAP_BYTES / 4, 2)
  request.writeUInt16LE(xkb.UseCoreKbd, 4)
  request.writeUInt16LE(MAP_PARTS, 6)
  return request
}

/** Reads the body of an answer to XkbGetMap (X Keyboard Extension Protocol, 16.3, and X11/extensions/XKBproto.h). */
export function readKeyboardMap(body: Buffer): KeyboardMap {
  const byte = (offset: number): number => body.readUInt8(offset - HEAD)
  const types = readTypes(body, byte(15))
  const keys = readKeysyms(body, types.end, byte(20))
  const actions = readActions(body, keys.end, byte(24))
  const firstKeysym = byte(17)
  const firstAction = byte(21)
  return new Map(
    keys.all.map((key, index) => {
      const keycode = firstKeysym + index
      const acts = actions[keycode - firstAction] ?? []
      const groups = Array.from({ length: key.groups }, (_, group): KeyGroup => {
        const from = group * key.width
        const type = key.types[group] ?? 0
        const { modifiers, levels } = types.all[type] ?? { modifiers: 0, levels: [] }
        const keysyms = key.keysyms.slice(from, from + key.width)
        return { keysyms, type, modifiers, levels, sets: acts[from] ?? 0 }
      })
      return [keycode, groups]
    }),
  )
}

type KeyType = Pick<KeyGroup, 'modifiers' | 'levels'>

function readTypes(body: Buffer, count: number): { readonly all: KeyType[]; readonly end: number } {
  const all: KeyType[] = []
  let at = BODY
  for (let index = 0; index < count; index += 1) {
    const entries = body.readUInt8(at + 5)
    const isPreserving = body.readUInt8(at + 6) !== 0
    const modifiers = body.readUInt8(at)
    at += 8
    const levels = Array.from({ length: entries }, (_, entry) => at + 8 * entry)
      // One whose virtual modifiers belong to no real one is not active.
      .filter((from) => body.readUInt8(from) !== 0)
      .map((from) => ({ level: body.readUInt8(from + 2), modifiers: body.readUInt8(from + 1) }))
    at += entries * (isPreserving ? 12 : 8)
    all.push({ modifiers, levels })
  }
  return { all, end: at }
}

interface KeyKeysyms {
  readonly types: readonly number[]
  readonly groups: number
  readonly width: number
  readonly keysyms: readonly number[]
}

function readKeysyms(
  body: Buffer,
  from: number,
  count: number,
): { readonly all: KeyKeysyms[]; readonly end: number } {
  const all: KeyKeysyms[] = []
  let at = from
  for (let index = 0; index < count; index += 1) {
    const types = [...body.subarray(at, at + GROUPS)]
    const groups = body.readUInt8(at + 4) & 0b1111
    const width = body.readUInt8(at + 5)
    const total = body.readUInt16LE(at + 6)
    at += 8
    const start = at
    const keysyms = Array.from({ length: total }, (_, each) => body.readUInt32LE(start + 4 * each))
    at += 4 * total
    all.push({ types, groups, width, keysyms })
  }
  return { all, end: at }
}

/** The modifiers that each of a key's actions sets; 0 for one that does something else. */
function readActions(body: Buffer, from: number, count: number): number[][] {
  let at = from + 4 * Math.ceil(count / 4)
  return Array.from({ length: count }, (_, index) =>
    Array.from({ length: body.readUInt8(from + index) }, () => {
      const sets = body.readUInt8(at) === SETS_MODIFIERS ? body.readUInt8(at + 2) : 0
      at += 8
      return sets
    }),
  )
}

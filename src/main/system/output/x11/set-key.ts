/** What a key has in one group, for XkbSetMap. */
export interface GroupKeysyms {
  readonly type: number
  readonly keysyms: readonly number[]
}

/** Types that every keyboard map has at the same place (X Keyboard Extension Protocol, 16.1.14). */
export const ONE_LEVEL = 0
export const ALPHABETIC = 2

const HEAD_BYTES = 36
const SET_MAP = 9
const KEYSYMS = 0b10
const MOST_GROUPS = 4

export interface KeyToSet {
  readonly majorOpcode: number
  readonly device: number
  /** The first and last keycode of the map, which stay as they are. */
  readonly range: readonly [number, number]
  readonly keycode: number
}

/** XkbSetMap for one key's keysyms: all else stays (X11/extensions/XKBproto.h). */
export function setKeyRequest(key: KeyToSet, groups: readonly GroupKeysyms[]): Buffer {
  const width = Math.max(...groups.map(({ keysyms }) => keysyms.length))
  const all = groups.flatMap(({ keysyms }) =>
    Array.from({ length: width }, (_, level) => keysyms[level] ?? 0),
  )
  const request = Buffer.alloc(HEAD_BYTES + 8 + 4 * all.length)
  request.writeUInt8(key.majorOpcode, 0)
  request.writeUInt8(SET_MAP, 1)
  request.writeUInt16LE(request.length / 4, 2)
  request.writeUInt16LE(key.device, 4)
  request.writeUInt16LE(KEYSYMS, 6)
  request.writeUInt8(key.range[0], 10)
  request.writeUInt8(key.range[1], 11)
  request.writeUInt8(key.keycode, 14)
  request.writeUInt8(1, 15)
  request.writeUInt16LE(all.length, 16)
  for (let group = 0; group < MOST_GROUPS; group += 1) {
    request.writeUInt8(groups[group]?.type ?? 0, HEAD_BYTES + group)
  }
  request.writeUInt8(groups.length, HEAD_BYTES + 4)
  request.writeUInt8(width, HEAD_BYTES + 5)
  request.writeUInt16LE(all.length, HEAD_BYTES + 6)
  all.forEach((keysym, index) => request.writeUInt32LE(keysym, HEAD_BYTES + 8 + 4 * index))
  return request
}

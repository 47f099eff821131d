/** So many of a file's first bytes are looked at: three packets of a transport stream with what stands before them. */
export const HEAD_BYTES = 600

/**
 * Whether these are the first bytes of a video container that holds its own data, and not of something in its clothes. Each
 * signature comes with what has to follow it; texts are none, whatever stands where: a comment makes room for any signature
 * in front of a playlist. Sources: ISO 14496-12 §4.2, RFC 8794 §11.2.4, RIFF, ISO 13818-1 §2.4.3 and §2.5.3, GIF89a, RFC 3533,
 * ASF and FLV specifications.
 */
export function isVideoHead(head: Buffer, fileBytes: number): boolean {
  if (head.length < 16 || isText(head)) return false
  return CONTAINERS.some((isOne) => isOne(head, fileBytes))
}

type IsContainer = (head: Buffer, fileBytes: number) => boolean

const text = (head: Buffer, from: number, to: number): string => head.toString('latin1', from, to)

/** No container gets along without a byte that texts do not use. */
const isText = (head: Buffer): boolean =>
  !/[^\t\n\f\r\x20-\x7e\x80-\xff]/.test(head.toString('latin1'))

/** A box has its length before its name, and lies within its file; 1 says that the length follows, 0 that it is the last. */
const isBoxed: IsContainer = (head, fileBytes) => {
  const name = text(head, 4, 8)
  const length = head.readUInt32BE()
  if (name === 'ftyp') return length >= 16 && length <= Math.min(fileBytes, LONGEST_FTYP_BYTES)
  if (!['moov', 'mdat', 'wide', 'free', 'skip'].includes(name)) return false
  if (length === 1) return head.readBigUInt64BE(8) <= BigInt(fileBytes)
  return length === 0 || (length >= 8 && length <= fileBytes)
}
const LONGEST_FTYP_BYTES = 4096

/** Its head says which kind of EBML it is. */
const isMatroska: IsContainer = (head) =>
  head.readUInt32BE() === 0x1a45dfa3 && /matroska|webm/.test(text(head, 4, 200))

const isAvi: IsContainer = (head) =>
  text(head, 0, 4) === 'RIFF' &&
  text(head, 8, 12) === 'AVI ' &&
  ['LIST', 'JUNK'].includes(text(head, 12, 16))

/** Packets of 188 bytes, or of 192 with a time before each. */
const isTransport: IsContainer = (head) =>
  [0, 4].some((before) =>
    [0, 1, 2].every((packet) => isPacket(head, before + packet * (188 + before))),
  )

/** In sync, not marked as damaged, and with something in it: content, fields of its own, or both. */
const isPacket = (head: Buffer, at: number): boolean =>
  head.length >= at + 4 &&
  head[at] === 0x47 &&
  (head.readUInt8(at + 1) & 0x80) === 0 &&
  (head.readUInt8(at + 3) & 0x30) !== 0

/** A pack of MPEG-2 or MPEG-1, or a sequence with a size. */
const isProgram: IsContainer = (head) => {
  const [code, next] = [head.readUInt32BE(), head.readUInt8(4)]
  if (code === 0x1b3) return head.readUInt16BE(4) >> 4 !== 0
  return code === 0x1ba && ((next & 0xc0) === 0x40 || (next & 0xf0) === 0x20)
}

const isAsf: IsContainer = (head) =>
  head.toString('hex', 0, 16) === '3026b2758e66cf11a6d900aa0062ce6c'

/** Version 1, of sound and pictures only these two bits, and nine bytes of head. */
const isFlv: IsContainer = (head) =>
  text(head, 0, 4) === 'FLV\x01' && (head.readUInt8(4) & ~0b101) === 0 && head.readUInt32BE(5) === 9

const isOgg: IsContainer = (head) => text(head, 0, 5) === 'OggS\0' && head.readUInt8(5) <= 7

const isGif: IsContainer = (head) => /^GIF8[79]a/.test(text(head, 0, 6))

const CONTAINERS: readonly IsContainer[] = [
  ...[isBoxed, isMatroska, isAvi, isTransport, isProgram, isAsf, isFlv, isOgg, isGif],
]

import { describe, expect, test } from 'vitest'
import { HEAD_BYTES, isVideoHead } from './video-head.ts'

const PLENTY = 1e9
/** Noise that holds every byte, with these put where they are said to be. */
function head(...parts: readonly (readonly [at: number, bytes: string | readonly number[]])[]) {
  const bytes = Buffer.alloc(HEAD_BYTES, Buffer.from(Array.from({ length: 256 }, (_, one) => one)))
  for (const [at, given] of parts) {
    Buffer.from(typeof given === 'string' ? Buffer.from(given, 'latin1') : given).copy(bytes, at)
  }
  return bytes
}
const packet = (at: number) => [at, [0x47, 0x40, 0x11, 0x10]] as const
const ASF = [
  0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11, 0xa6, 0xd9, 0, 0xaa, 0, 0x62, 0xce, 0x6c,
]

describe('the head of', () => {
  test.each([
    ['an MP4', head([0, [0, 0, 0, 32]], [4, 'ftypisom'])],
    ['a QuickTime file that begins with its pictures', head([0, [0, 0, 16, 0]], [4, 'mdat'])],
    [
      'one whose pictures are larger than 4 GB',
      head([0, [0, 0, 0, 1]], [4, 'mdat'], [8, [0, 0, 0, 0, 0, 1, 0, 0]]),
    ],
    ['a Matroska file', head([0, [0x1a, 0x45, 0xdf, 0xa3]], [24, 'matroska'])],
    ['a WebM file', head([0, [0x1a, 0x45, 0xdf, 0xa3]], [24, 'webm'])],
    ['an AVI', head([0, 'RIFF'], [8, 'AVI LIST'])],
    ['a transport stream', head(packet(0), packet(188), packet(376))],
    ['a transport stream with times', head(packet(4), packet(196), packet(388))],
    ['a program stream', head([0, [0, 0, 1, 0xba, 0x44]])],
    ['an MPEG-1 program stream', head([0, [0, 0, 1, 0xba, 0x21]])],
    ['an MPEG sequence', head([0, [0, 0, 1, 0xb3, 0x14, 0]])],
    ['a WMV', head([0, ASF])],
    ['an FLV', head([0, 'FLV\x01\x05\0\0\0\x09'])],
    ['an Ogg file', head([0, 'OggS\0\x02'])],
    ['a moving GIF', head([0, 'GIF89a'])],
  ])('%s is taken', (_name, bytes) => {
    expect(isVideoHead(bytes, PLENTY)).toBe(true)
  })

  const playlist = (...signatures: readonly (readonly [at: number, text: string])[]): Buffer => {
    const bytes = Buffer.from(
      `<!--${'x'.repeat(500)}--><MPD><BaseURL>x.mp4</BaseURL></MPD>`.padEnd(HEAD_BYTES),
    )
    for (const [at, text] of signatures) bytes.write(text, at, 'latin1')
    return bytes
  }
  test.each([
    ['a playlist', playlist()],
    ['a playlist in the clothes of two packets', playlist([4, 'G'], [196, 'G'])],
    [
      'a playlist in the clothes of three packets',
      playlist([4, 'GA00'], [196, 'GA00'], [388, 'GA00']),
    ],
    ['a playlist that has a box’s name', Buffer.from('#EXTmdat\n/etc/passwd\n'.padEnd(HEAD_BYTES))],
    ['a list for concat', Buffer.from("ffconcat version 1.0\nfile '/x.mp4'\n".padEnd(HEAD_BYTES))],
    [
      'a packet that is marked as damaged',
      head([0, [0x47, 0xc0, 0, 0x10]], packet(188), packet(376)),
    ],
    ['a packet with nothing in it', head(packet(0), [188, [0x47, 0x40, 0, 0x0f]], packet(376))],
    ['a transport stream of two packets', head(packet(0), packet(188))],
    ['a box longer than its file', head([0, [0x3c, 0x21, 0x2d, 0x2d]], [4, 'ftyp'])],
    ['EBML of another kind', head([0, [0x1a, 0x45, 0xdf, 0xa3]])],
    ['a RIFF of sound', head([0, 'RIFF'], [8, 'WAVEfmt '])],
    ['half a name of ASF', head([0, ASF.slice(0, 8)])],
    ['FLV of a version that is none', head([0, 'FLV\x07\x05\0\0\0\x09'])],
    ['zeros', Buffer.alloc(HEAD_BYTES)],
    ['nothing', Buffer.alloc(0)],
  ])('%s is refused', (_name, bytes) => {
    expect(isVideoHead(bytes, PLENTY)).toBe(false)
  })

  test('a box has to lie within its file', () => {
    const bytes = head([0, [0, 0, 16, 0]], [4, 'mdat'])
    expect([isVideoHead(bytes, 4096), isVideoHead(bytes, 4095)]).toEqual([true, false])
  })
})

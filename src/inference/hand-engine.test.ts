import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FoundHand } from '../vision/hands/hand-landmarks.ts'
import type { PicturePart } from '../contract/frames/pixel-answer.ts'
import { decodeImage } from './decode-image.ts'
import { openHandEngine, type HandEngine } from './hand-engine.ts'

const REPO = resolve(import.meta.dirname, '../..')
const MODELS = join(REPO, 'resources/models/onnx')
/** The demo hand as an unmirrored camera sees a right hand: drawn by src/renderer/camera/demo. */
const picture = readFileSync(join(REPO, 'test/pictures/demo-hand.jpg'))

let engine: HandEngine
beforeAll(async () => {
  engine = await openHandEngine({ folder: MODELS, size: 'full' })
})
afterAll(() => engine.close())

const point = (hand: FoundHand | undefined, joint: number): readonly [number, number] => [
  hand?.landmarks[3 * joint] ?? NaN,
  hand?.landmarks[3 * joint + 1] ?? NaN,
]
/** Mean distance between two hands' landmarks, in parts of the picture's width. */
function meanDistance(a: FoundHand | undefined, b: readonly (readonly [number, number])[]): number {
  const distances = b.map(([x, y], joint) => {
    const [ax, ay] = point(a, joint)
    return Math.hypot(ax - x, (ay - y) * 0.75)
  })
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length
}
const joints = (hand: FoundHand | undefined) =>
  Array.from({ length: 21 }, (_, joint) => point(hand, joint))

describe('single pictures', () => {
  test('finds the right hand of a JPEG, upright, fingers above the wrist', async () => {
    const hands = await engine.detect(picture)
    expect(hands.length).toBe(1)
    expect(hands[0]?.presence).toBeGreaterThan(0.9)
    expect(hands[0]?.rightScore).toBeGreaterThan(0.9)
    const tips = [8, 12, 16, 20].map((joint) => point(hands[0], joint)[1])
    expect(Math.max(...tips)).toBeLessThan(point(hands[0], 0)[1])
  })

  test.each(['png', 'webp'] as const)('reads %s as well', async (format) => {
    const [expected] = await engine.detect(picture)
    const [hand] = await engine.detect(
      await sharp(picture).toFormat(format, { quality: 95 }).toBuffer(),
    )
    expect(meanDistance(hand, joints(expected))).toBeLessThan(0.005)
  })

  test('landmarks turn with the picture', async () => {
    const [upright] = await engine.detect(picture)
    const turned = await sharp(picture).rotate(180).toBuffer()
    const [hand] = await engine.detect(turned)
    const expected = joints(upright).map(([x, y]) => [1 - x, 1 - y] as const)
    expect(meanDistance(hand, expected)).toBeLessThan(0.012)
    expect(hand?.rightScore).toBeGreaterThan(0.9)
  })

  test('a mirrored right hand is a left one', async () => {
    const [hand] = await engine.detect(await sharp(picture).flop().toBuffer())
    expect(hand?.rightScore).toBeLessThan(0.1)
  })

  test('two hands side by side are two, however often one is found', async () => {
    const half = await sharp(picture)
      .extract({ left: 120, top: 0, width: 400, height: 480 })
      .toBuffer()
    const pair = sharp({ create: { width: 800, height: 480, channels: 3, background: '#89a' } })
      .composite([
        { input: half, left: 0, top: 0 },
        { input: await sharp(half).flop().toBuffer(), left: 400, top: 0 },
      ])
      .png()
    const hands = await engine.detect(await pair.toBuffer())
    expect(hands.map(({ rightScore }) => rightScore > 0.5).toSorted()).toEqual([false, true])
  })

  test('an empty room has no hands', async () => {
    const room = sharp({ create: { width: 640, height: 480, channels: 3, background: '#89a' } })
    expect(await engine.detect(await room.png().toBuffer())).toEqual([])
  })
})

describe('streams', () => {
  test('track a hand from frame to frame, each stream its own', async () => {
    const pixels = await decodeImage(picture)
    const [a, b] = [engine.openStream(), engine.openStream()]
    const flopped = await decodeImage(await sharp(picture).flop().toBuffer())
    for (let frame = 1; frame <= 4; frame++) {
      const [inA, inB] = await Promise.all([
        a.detect(pixels, frame * 33),
        b.detect(flopped, frame * 33),
      ])
      expect([inA.length, inB.length]).toEqual([1, 1])
      expect((inA[0]?.rightScore ?? 0) - (inB[0]?.rightScore ?? 0)).toBeGreaterThan(0.8)
    }
  })

  test('find in the wanted part what they would find in the whole', async () => {
    const pixels = await decodeImage(picture)
    const [whole, parts] = [engine.openStream(), engine.openStream()]
    await whole.detect(pixels, 1)
    await parts.detect(pixels, 1)
    const { part } = parts.nextDetection()
    if (!part) throw new Error('expected a part')
    const [expected] = await whole.detect(pixels, 34)
    const view = { ...part, pictureWidthPx: 640, pictureHeightPx: 480 }
    const [found] = await parts.detect(await cut(part), 34, { view })
    expect(meanDistance(found, joints(expected))).toBeLessThan(1e-4)
  })

  test('find a second hand in the whole picture that they are given after an answer', async () => {
    const stream = engine.openStream()
    const other = await sharp(picture).flop().toBuffer()
    const one = await sideBySide([picture])
    await stream.detect(await decodeImage(one), 1)
    let atMs = 1
    while (!stream.nextDetection().isSearchWanted && atMs < 2000) {
      atMs += 33
      const { part } = stream.nextDetection()
      if (!part) throw new Error('expected a part')
      const view = { ...part, pictureWidthPx: 1280, pictureHeightPx: 480 }
      expect((await stream.detect(await cut(part, one), atMs, { view })).length).toBe(1)
    }
    const both = await decodeImage(await sideBySide([picture, other]))
    await stream.detectFurther(both)
    expect((await stream.detect(both, atMs + 33)).length).toBe(2)
  })

  function sideBySide(pictures: readonly Buffer[]) {
    const wall = { width: 1280, height: 480, channels: 3, background: '#8899aa' } as const
    const placed = pictures.map((input, index) => ({ input, left: 640 * index, top: 0 }))
    return sharp({ create: wall }).composite(placed).png().toBuffer()
  }

  async function cut(part: PicturePart, from: Buffer = picture) {
    const { leftPx: left, topPx: top, widthPx: width, heightPx: height } = part
    return decodeImage(await sharp(from).extract({ left, top, width, height }).png().toBuffer())
  }

  test('lose a frame they cannot read, or that comes too late, and go on', async () => {
    const stream = engine.openStream()
    const pixels = await decodeImage(picture)
    expect((await stream.detect(pixels, 100)).length).toBe(1)
    await expect(stream.detect(pixels, 100)).rejects.toThrow(
      'expected a time after 100 ms, got 100 ms',
    )
    await expect(stream.detect(pixels, NaN)).rejects.toThrow('got NaN ms')
    await expect(stream.detect({ ...pixels, widthPx: 0 }, 133)).rejects.toThrow(
      'a picture of 0×480 px',
    )
    await expect(stream.detect(picture.subarray(0, 3000), 133)).rejects.toThrow(
      'the picture is damaged',
    )
    expect((await stream.detect(pixels, 133)).length).toBe(1)
  })

  test('look for no hands for somebody who left while it was the turn of others', async () => {
    const stream = engine.openStream()
    let hasLeft = false
    const before = engine.detect(picture)
    const mine = stream.detect(picture, 1, { isCancelled: () => hasLeft })
    hasLeft = true
    await before
    expect(await mine).toEqual([])
    expect(await stream.detect(picture, 2)).toHaveLength(1)
  })

  test('forget where the hands were when the picture changes its size', async () => {
    const stream = engine.openStream()
    await stream.detect(picture, 1)
    const small = await sharp(picture).resize(320).jpeg().toBuffer()
    const [hand] = await stream.detect(small, 34)
    const [expected] = await engine.detect(small)
    expect(meanDistance(hand, joints(expected))).toBeLessThan(1e-4)
  })
})

/** A black picture that says that it is this large and has hardly any data. */
function pngOfSize(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits each of red, green and blue.
  header.set([8, 2], 8)
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    checksum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, checksum])
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('bad pictures', () => {
  test('a PNG of 20,000 × 20,000 px is refused before it is decoded', async () => {
    const bomb = pngOfSize(20_000, 20_000)
    const before = process.memoryUsage().rss
    await expect(engine.detect(bomb)).rejects.toThrow(
      '20000 × 20000 px; the longest side may have 8192',
    )
    // Decoded it would be 1.2 GB.
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6)
  })

  test.each([
    ['text', Buffer.from('hello'), 'bytes that are none'],
    [
      'a GIF',
      Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
      'gif; JPEG, PNG and WebP are read',
    ],
    ['nothing', Buffer.alloc(0), 'bytes that are none'],
  ])('%s is refused with words', async (_what, bytes, words) => {
    await expect(engine.detect(bytes)).rejects.toThrow(words)
  })
})

test('a swapped or broken model file is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'beckon-models-'))
  try {
    copyFileSync(join(MODELS, 'hand_landmark_full.onnx'), join(folder, 'palm_detection_full.onnx'))
    await expect(openHandEngine({ folder, size: 'full' })).rejects.toThrow(
      'palm_detection_full.onnx is another model: "image" is 1 × 3 × 224 × 224, expected 1 × 3 × 192 × 192',
    )
    writeFileSync(join(folder, 'palm_detection_full.onnx'), 'no model')
    await expect(openHandEngine({ folder, size: 'full' })).rejects.toThrow(
      'palm_detection_full.onnx cannot be opened',
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

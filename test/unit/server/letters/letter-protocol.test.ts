import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LETTER_POINTS } from '../../../../src/core/classifier/letters/letter-points.ts'
import {
  HAND_JPEG,
  hugeJpeg,
  openLetterService,
  plainClient,
  type LetterService,
  type PlainClient,
} from '../../../support/letter-service.ts'

let service: LetterService
beforeAll(async () => {
  service = await openLetterService()
})
afterAll(() => service.close())

async function withClient(use: (client: PlainClient) => Promise<void>): Promise<void> {
  const client = await plainClient(service.url)
  try {
    await use(client)
  } finally {
    client.close()
  }
}

const LETTER = expect.stringMatching(/^[A-Z]$/)
const RESET = { maxarg_letter: 'A', target_arg_prob: 0 }
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

describe('letter service, in the words of the first protocol', () => {
  test('a picture of a hand is answered with a letter and the probability of the target', () =>
    withClient(async (client) => {
      client.sendFrame()
      const answer = await client.nextAnswer()
      expect(answer).toEqual({ maxarg_letter: LETTER, target_arg_prob: expect.any(Number) })
      expect(Object.keys(answer)).toHaveLength(2)
    }))

  test('a new letter is answered at once, then the frame that came with it', () =>
    withClient(async (client) => {
      client.sendFrame('B')
      expect(await client.next()).toBe('{"maxarg_letter": "A", "target_arg_prob": 0.0}')
      expect(await client.nextAnswer()).toEqual({
        maxarg_letter: LETTER,
        target_arg_prob: expect.any(Number),
      })
    }))

  test('a reset cancels the frame in work', () =>
    withClient(async (client) => {
      client.sendFrame(null, { answer: 'full', sequence: 1 })
      client.sendFrame('B', { answer: 'full', sequence: 2 })
      client.sendFrame('C', { answer: 'full', sequence: 3 })
      expect([await client.nextAnswer(), await client.nextAnswer()]).toEqual([RESET, RESET])
      expect(await client.nextAnswer()).toMatchObject({ sequence: 3 })
    }))

  test('of frames that come faster than they are read the newest is read, and the others are counted', () =>
    withClient(async (client) => {
      const count = 30
      for (let at = 1; at <= count; at++) client.sendFrame(null, { answer: 'full', sequence: at })
      let answer = await client.nextAnswer()
      let answered = 1
      while (answer['sequence'] !== count) {
        answer = await client.nextAnswer()
        answered += 1
      }
      expect(answer['dropped']).toBe(count - answered)
      expect(answered).toBeLessThan(count)
    }))

  test('the same again is not said again', () =>
    withClient(async (client) => {
      client.sendFrame('A')
      await client.next()
      await client.nextAnswer()
      // Full answers are always given: they tell when a frame has been read.
      for (let at = 1; at <= 12; at++) {
        client.sendFrame(null, { answer: 'full', sequence: at })
        await client.nextAnswer()
      }
      client.sendFrame()
      client.send({ nonsense: true })
      client.sendFrame(null, { answer: 'full', sequence: 13 })
      expect(await client.nextAnswer()).toHaveProperty('error')
      expect(await client.nextAnswer()).toMatchObject({ sequence: 13 })
    }))

  test('a picture without a hand is not answered', () =>
    withClient(async (client) => {
      const { default: sharp } = await import('sharp')
      const grey = { create: { width: 320, height: 240, channels: 3, background: '#777' } } as const
      client.send({ jpeg_blob: base64(await sharp(grey).jpeg().toBuffer()), new_letter: null })
      client.send({ jpeg_blob: '!', new_letter: null })
      expect(await client.nextAnswer()).toHaveProperty('error')
      expect(client.said).toHaveLength(1)
    }))

  test.each([
    ['malformed JSON', '{"jpeg_blob": '],
    ['no fields', {}],
    ['no new_letter', { jpeg_blob: 'AAAA' }],
    ['no picture', { new_letter: 'A' }],
    ['a new_letter that is none', { jpeg_blob: 'AAAA', new_letter: 'Ä' }],
    ['an array', []],
    ['bad base64', { jpeg_blob: '%%%', new_letter: null }],
    ['not a JPEG', { jpeg_blob: base64(Buffer.from('GIF89a')), new_letter: null }],
    ['half a JPEG', { jpeg_blob: base64(HAND_JPEG.subarray(0, 900)), new_letter: null }],
    ['a 100-megapixel JPEG', { jpeg_blob: base64(hugeJpeg()), new_letter: null }],
    ['a binary message that is no JPEG', new Uint8Array([1, 2, 3])],
    ['landmarks that no float holds', { landmarks: Array(42).fill([1e300, 0, 0]) }],
    ['a frame of no kind, with settings', { answer: 'full', picture: 'AAAA' }],
    ['too few landmarks', { landmarks: [[0, 0, 0]] }],
  ])('%s is answered with an error, and the next frame is read', (_name, message) =>
    withClient(async (client) => {
      client.send(message)
      expect(await client.nextAnswer()).toEqual({ error: expect.any(String) })
      client.sendFrame()
      expect(await client.nextAnswer()).toHaveProperty('maxarg_letter')
    }),
  )
})

describe('letter service, for newer clients', () => {
  test('a binary message is a JPEG', () =>
    withClient(async (client) => {
      client.send(HAND_JPEG)
      expect(await client.nextAnswer()).toEqual({
        maxarg_letter: LETTER,
        target_arg_prob: expect.any(Number),
      })
    }))

  test('settings say once what binary frames cannot: the target, and that more is wanted', () =>
    withClient(async (client) => {
      client.send({ answer: 'full', new_letter: 'B' })
      expect(await client.nextAnswer()).toEqual(RESET)
      client.send(HAND_JPEG)
      const answer = await client.nextAnswer()
      const { B } = answer['probabilities'] as Record<string, number>
      expect(answer).toMatchObject({ sequence: null, target_arg_prob: B })
      client.send({ answer: 'short' })
      client.send(HAND_JPEG)
      // The same again is not said again, unless more is wanted.
      client.sendFrame(null, { answer: 'full', sequence: 3 })
      expect(await client.nextAnswer()).toMatchObject({ sequence: 3 })
    }))

  test('no word of ours about a bad picture names a function', () =>
    withClient(async (client) => {
      for (const bytes of [HAND_JPEG.subarray(0, 900), hugeJpeg()]) {
        client.send(bytes)
        expect((await client.nextAnswer())['error']).toMatch(
          /^the picture (is damaged|cannot be read): /,
        )
      }
    }))

  test('landmarks are read without a picture', () =>
    withClient(async (client) => {
      const landmarks = Array.from({ length: LETTER_POINTS / 3 }, (_, joint) =>
        joint < 21 ? [0, 0, 0] : [0.5 + 0.01 * (joint % 4), 0.9 - 0.01 * joint, 0],
      )
      client.send({ landmarks, answer: 'full' })
      const { probabilities } = await client.nextAnswer()
      const values = Object.values(probabilities ?? {})
      expect(values).toHaveLength(27)
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 2)
    }))
})

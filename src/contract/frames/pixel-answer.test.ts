import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  parsePixelAnswer,
  parsePixelFault,
  writePixelAnswer,
  writePixelFault,
  type PixelAnswer,
} from './pixel-answer.ts'

const coordinates = (start: number) =>
  Float32Array.from({ length: 63 }, (_, index) => start + index)
const hand = { presence: 0.5, rightScore: 0.25, landmarks: coordinates(1), world: coordinates(-9) }
const answer: PixelAnswer = {
  sequence: 9,
  detectMs: 8.5,
  restMs: 0,
  part: { leftPx: 2, topPx: 4, widthPx: 300, heightPx: 200 },
  isSearchWanted: true,
  hands: [hand, { ...hand, presence: 1 }],
}

test('hands come through as they were written, with the part that is wanted next', () => {
  expect(parsePixelAnswer(writePixelAnswer(answer))).toEqual(answer)
})

test('nobody there: how long it rests, and the whole picture next', () => {
  const nobody = { part: undefined, isSearchWanted: false, hands: [] }
  const empty = { sequence: 0, detectMs: 0.5, restMs: 180, ...nobody }
  expect(parsePixelAnswer(writePixelAnswer(empty))).toEqual(empty)
})

test('what is no answer is none', () => {
  const good = writePixelAnswer(answer)
  expect(parsePixelAnswer(good.slice(0, -1))).toBeUndefined()
  expect(parsePixelAnswer(new ArrayBuffer(3))).toBeUndefined()
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 36, maxLength: 80 }), (noise) => {
      expect(parsePixelAnswer(noise.slice().buffer)).toBeUndefined()
    }),
  )
})

test('a fault says which picture was lost and why', () => {
  const fault = { kind: 'fault', sequence: 3, message: 'a time of NaN ms' } as const
  expect(parsePixelFault(writePixelFault(fault))).toEqual(fault)
  expect(parsePixelFault('{"kind":"fault"}')).toBeUndefined()
  expect(parsePixelFault('not JSON')).toBeUndefined()
})

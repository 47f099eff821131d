import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { letterPoints, LETTER_POINTS } from '../../../src/core/classifier/letters/letter-points.ts'
import { inEnglish } from '../../../src/core/sentence/sentence.ts'
import { openLetterModel, type LetterModel } from '../../../src/inference/letter-model.ts'
import { makeFrame, makeHand } from '../../support/hand/make-hand.ts'
import { createSignLetters, type ReadLetter } from '../../../src/inference/sign-letters.ts'

const MODEL = join(import.meta.dirname, '../../../resources/letters/sign-letters.onnx')
const HALF = LETTER_POINTS / 2

let model: LetterModel
/** The right hand, as a V. */
const hand = letterPoints(makeFrame(0, [makeHand({ shape: 'victory' })]))
beforeAll(async () => {
  const opened = await openLetterModel(MODEL)
  if (!opened.ok) throw new Error(inEnglish(opened.problem.message))
  model = opened.value
})
afterAll(() => model.close())

/** What is read of a hand that is held still, frame by frame, at 30 frames a second. */
async function readings(points: Float32Array, frames: number): Promise<readonly ReadLetter[]> {
  const letters = createSignLetters(model)
  const read: ReadLetter[] = []
  for (let at = 0; at < frames; at++) {
    read.push(await letters.step({ atMs: (at * 1000) / 30, points }))
  }
  return read
}
const lastOf = async (points: Float32Array) => (await readings(points, 20)).at(-1)!

/** Every joint of both hands, moved; a hand that is not there stays away. */
const moved = (
  points: Float32Array,
  move: (x: number, y: number, z: number) => readonly number[],
): Float32Array => {
  const to = new Float32Array(LETTER_POINTS)
  for (let at = 0; at < LETTER_POINTS; at += 3) {
    const [x = 0, y = 0, z = 0] = points.subarray(at, at + 3)
    if (x !== 0 || y !== 0 || z !== 0) to.set(move(x, y, z), at)
  }
  return to
}

function asOtherHand(points: Float32Array): Float32Array {
  const mirrored = moved(points, (x, y, z) => [4 / 3 - x, y, z])
  const swapped = new Float32Array(LETTER_POINTS)
  swapped.set(mirrored.subarray(HALF), 0)
  swapped.set(mirrored.subarray(0, HALF), HALF)
  return swapped
}

describe('the letter network reads the same letter', () => {
  test.each([
    ['of the other hand', asOtherHand],
    [
      'aside and lower',
      (points: Float32Array) => moved(points, (x, y, z) => [x - 0.3, y + 0.2, z]),
    ],
    [
      'further away',
      (points: Float32Array) => moved(points, (...at) => at.map((one) => 0.4 * one)),
    ],
    ['nearer', (points: Float32Array) => moved(points, (...at) => at.map((one) => 1.8 * one))],
  ])('%s', async (_name, change) => {
    const [as, also] = [await lastOf(hand), await lastOf(change(hand))]
    expect([as, also].map(({ spelling }) => spelling.top[0]?.letter)).toEqual(['V', 'V'])
    const apart = as.probabilities!.map((value, at) => Math.abs(value - also.probabilities![at]!))
    expect(Math.max(...apart)).toBeLessThan(0.01)
  })
})

test('a hand that is still is read at its first frame and signed when it was held, long before 32', async () => {
  const read = await readings(hand, 32)
  expect(read[0]?.spelling.top[0]?.letter).toBe('V')
  const at = read.findIndex(({ spelling }) => spelling.signed === 'V')
  // 240 ms of hold are 8 frames.
  expect(at).toBeGreaterThan(0)
  expect(at).toBeLessThan(16)
})

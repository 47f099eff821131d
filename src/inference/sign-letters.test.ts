import { expect, test } from 'vitest'
import { LETTER_POINTS } from '../core/classifier/letters/letter-points.ts'
import { createSignLetters } from './sign-letters.ts'

test('a frame without a hand waits for the hands that came before it', async () => {
  let answer: (probabilities: Float32Array) => void = () => undefined
  const run = () => new Promise<Float32Array>((resolve) => (answer = resolve))
  const letters = createSignLetters({ run, close: () => Promise.resolve() })
  const order: string[] = []
  const aHand = Float32Array.from({ length: LETTER_POINTS }, (_, at) => 0.01 * (at % 40))
  const hand = letters.step({ atMs: 0, points: aHand }).then(() => order.push('hand'))
  const none = letters
    .step({ atMs: 33, points: new Float32Array(LETTER_POINTS) })
    .then(() => order.push('no hand'))
  await new Promise((resolve) => setImmediate(resolve))
  answer(new Float32Array(27))
  await Promise.all([hand, none])
  expect(order).toEqual(['hand', 'no hand'])
})

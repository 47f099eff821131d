import { expect, test } from 'vitest'
import { parseBodyAnswer, writeBodyAnswer, type AnsweredBody } from './body-answer.ts'

const filled = (length: number, from: number): Float32Array =>
  Float32Array.from({ length }, (_, index) => from + index / 128)
const body = (trackId: number): AnsweredBody => ({
  trackId,
  landmarks: filled(99, 0),
  world: filled(99, -1),
  visibility: filled(33, 0.5),
  inPicture: filled(33, 0.25),
})

test('bodies come back as they were written', () => {
  const answer = { sequence: 7, detectMs: 12.5, bodies: [body(3), body(4)] }
  expect(parseBodyAnswer(writeBodyAnswer(answer))).toEqual(answer)
})

test('nobody is an answer, too', () => {
  const answer = { sequence: 1, detectMs: 0, bodies: [] }
  expect(parseBodyAnswer(writeBodyAnswer(answer))).toEqual(answer)
})

test.each([
  ['nothing', new ArrayBuffer(0)],
  ['other bytes', new ArrayBuffer(64)],
  [
    'an answer that was cut off',
    writeBodyAnswer({ sequence: 1, detectMs: 0, bodies: [body(1)] }).slice(0, 800),
  ],
])('%s is no answer', (_what, message) => {
  expect(parseBodyAnswer(message)).toBeUndefined()
})

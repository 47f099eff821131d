import { expect, test } from 'vitest'
import { LETTERS } from './letters.ts'
import { meanAnswer, withAnswer } from './newest-answers.ts'

test('the five newest are kept, the newest last', () => {
  const recent = [1, 2, 3, 4, 5, 6, 7].reduce<readonly number[]>(withAnswer, [])
  expect(recent).toEqual([3, 4, 5, 6, 7])
})

test('the mean is one of each letter and of none', () => {
  const answer = (a: number, none: number): number[] =>
    [...LETTERS, 'none'].map((name) => (name === 'A' ? a : name === 'none' ? none : 0))
  expect([...meanAnswer([answer(1, 0), Float32Array.from(answer(0.5, 0.5))])]).toEqual(
    answer(0.75, 0.25),
  )
})

test('nothing is the mean of no answers', () => {
  expect([...meanAnswer([])]).toEqual([...LETTERS, 'none'].map(() => 0))
})

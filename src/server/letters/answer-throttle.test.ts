import { describe, expect, test } from 'vitest'
import { isWorthSaying } from './answer-throttle.ts'

const LAST = { answer: { maxarg_letter: 'B', target_arg_prob: 0.5 }, atMs: 1000 } as const
const says = (maxarg_letter: 'A' | 'B', target_arg_prob: number, atMs: number): boolean =>
  isWorthSaying({ maxarg_letter, target_arg_prob }, atMs, LAST)

describe('an answer is worth saying', () => {
  test('when it is the first', () => {
    expect(isWorthSaying(LAST.answer, 0, undefined)).toBe(true)
  })

  test('from 75 ms after the last one, and never sooner', () => {
    expect([says('A', 0.9, 1074), says('A', 0.9, 1075)]).toEqual([false, true])
  })

  test.each([
    [0.53, false],
    [0.5301, true],
    [0.47, false],
    [0.4699, true],
  ])('when the target went from 0.5 by more than three points: %s %s', (probability, isSaid) => {
    expect(says('B', probability, 1100)).toBe(isSaid)
  })

  test('when the letter is another one, however little has changed', () => {
    expect([says('B', 0.5, 1100), says('A', 0.5, 1100)]).toEqual([false, true])
  })
})

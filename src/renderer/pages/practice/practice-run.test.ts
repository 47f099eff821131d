import { describe, expect, test } from 'vitest'
import { LETTERS } from '../../../core/classifier/letters/letters.ts'
import {
  skipTarget,
  startPractice,
  stepPractice,
  withTask,
  type PracticeRun,
} from './practice-run.ts'

const first = (): number => 0
const word = (text: string): PracticeRun => startPractice({ kind: 'word', word: text }, first)

const showing = (letter: string, score = 0.9): number[] =>
  [...LETTERS, 'none'].map((one) => (one === letter ? score : (1 - score) / 26))

/** Shows letters for six frames each; each is signed in its last one, as often as a count is left. */
function play(run: PracticeRun, ...letters: readonly string[]): PracticeRun {
  let now = run
  for (const letter of letters) {
    for (let frame = 0; frame < 6; frame++) {
      const count = now.signedCount + (frame === 5 ? 1 : 0)
      const signed = count === 0 ? {} : { signed: { letter, count } }
      now = stepPractice(now, { probabilities: showing(letter), ...signed }, first)
    }
  }
  return now
}

describe('practice', () => {
  test('a letter that is right leads to the next, and the streak grows', () => {
    const run = play(word('HAND'), 'H', 'A')
    expect(run).toMatchObject({ target: 'N', done: 2, streak: 2, bestStreak: 2 })
    expect(run.last).toEqual({ letter: 'A', isRight: true })
  })

  test('a letter that is wrong ends the streak, and is remembered', () => {
    const run = play(word('HAND'), 'H', 'S', 'T', 'S')
    expect(run).toMatchObject({ target: 'A', streak: 0, bestStreak: 1 })
    expect(run.mistakes).toEqual([
      { target: 'A', said: 'S', times: 2 },
      { target: 'A', said: 'T', times: 1 },
    ])
  })

  test('the letter that was right and is still held is neither right nor wrong', () => {
    const run = play(word('HAND'), 'H', 'H', 'H')
    expect(run).toMatchObject({ target: 'A', streak: 1, mistakes: [] })
  })

  test('a double letter counts when the hand has let go in between', () => {
    expect(play(word('LL'), 'L', 'L')).toMatchObject({ done: 1, streak: 1 })
    const letGo = stepPractice(play(word('LL'), 'L'), { probabilities: [] }, first)
    const between = Array.from({ length: 6 }).reduce<PracticeRun>(
      (run) => stepPractice(run, { probabilities: showing('none') }, first),
      letGo,
    )
    expect(play(between, 'L')).toMatchObject({ done: 0, streak: 2 })
  })

  test('tells how likely the target is, from nothing after it has changed', () => {
    const near = stepPractice(word('AB'), { probabilities: showing('A', 0.6) }, first)
    expect(near.score).toBeCloseTo(0.6)
    expect(play(word('AB'), 'A').score).toBe(0)
    expect(stepPractice(near, { probabilities: [] }, first).score).toBe(0)
  })

  test('letters come at random, never the same twice, and more often after mistakes', () => {
    const start = startPractice({ kind: 'letters' }, first)
    expect(start.target).toBe('B')
    expect(skipTarget(start, first).target).toBe('A')
    const mistaken = play(
      withTask(word('C'), { kind: 'letters' }, () => 0.05),
      'X',
    )
    const { target } = mistaken
    const drawn = Array.from(
      { length: 100 },
      (_, at) => skipTarget(skipTarget(mistaken, first), () => at / 100).target,
    )
    const times = (letter: string): number => drawn.filter((one) => one === letter).length
    expect(times(target)).toBeGreaterThan(2 * times('Q'))
  })

  test('skipping ends the streak and goes on', () => {
    expect(skipTarget(play(word('HAND'), 'H'), first)).toMatchObject({ target: 'N', streak: 0 })
  })
})

import { LETTERS } from './letters.ts'

/** How many of the network's newest answers are taken together: a single one flickers. */
export const MOST_ANSWERS = 5

/** The newest answers with one more, the newest last. */
export const withAnswer = <Answer>(recent: readonly Answer[], answer: Answer): readonly Answer[] =>
  [...recent, answer].slice(-MOST_ANSWERS)

/** The mean of answers, each of them A to Z and none; zeros for none. */
export function meanAnswer(recent: readonly ArrayLike<number>[]): Float32Array {
  const mean = new Float32Array(LETTERS.length + 1)
  for (const answer of recent) {
    for (let at = 0; at < answer.length; at += 1) {
      mean[at] = (mean[at] ?? 0) + (answer[at] ?? 0) / recent.length
    }
  }
  return mean
}

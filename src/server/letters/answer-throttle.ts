import type { Answer } from './letter-protocol.ts'

const LEAST_MS = 75
/** Of the target's probability, which is told in ten-thousandths: more than three points of a hundred. */
const LEAST_CHANGE_TEN_THOUSANDTHS = 300

export interface LastAnswer {
  readonly answer: Answer
  readonly atMs: number
}

/** Whether an answer says something new, and not too soon. The first one always does. */
export function isWorthSaying(answer: Answer, atMs: number, last: LastAnswer | undefined): boolean {
  if (last === undefined) return true
  if (atMs - last.atMs < LEAST_MS) return false
  const change = Math.abs(answer.target_arg_prob - last.answer.target_arg_prob)
  // Rounded: to floating point 0.53 − 0.50 is more than 0.03.
  const isChanged = Math.round(change * 10_000) > LEAST_CHANGE_TEN_THOUSANDTHS
  return isChanged || answer.maxarg_letter !== last.answer.maxarg_letter
}

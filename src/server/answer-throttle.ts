import type { Answer } from './protocol.ts'

const LEAST_MS = 75
/** Of the target's probability: three points of a hundred. */
const LEAST_CHANGE = 0.03

export interface LastAnswer {
  readonly answer: Answer
  readonly atMs: number
}

/** Whether an answer says something new, and not too soon. The first one always does. */
export function isWorthSaying(answer: Answer, atMs: number, last: LastAnswer | undefined): boolean {
  if (last === undefined) return true
  if (atMs - last.atMs < LEAST_MS) return false
  return (
    answer.maxarg_letter !== last.answer.maxarg_letter ||
    Math.abs(answer.target_arg_prob - last.answer.target_arg_prob) > LEAST_CHANGE
  )
}

import type { Sentence } from '../../core/sentence/sentence.ts'

/** A failure of the outside world, in words for the user, with what they can do about it. */
export interface Problem {
  readonly message: Sentence
  /** What to do, when there is something: a sentence or a command. */
  readonly fix?: Sentence | undefined
}

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem }

export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value })
export const failed = (message: Sentence, fix?: Sentence): Result<never> => ({
  ok: false,
  problem: { message, fix },
})

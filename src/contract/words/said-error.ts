import { inEnglish, verbatim, type Sentence } from '../../core/sentence/sentence.ts'

/** A failure that we can explain ourselves, on its way to where it is told. */
export class SaidError extends Error {
  readonly said: Sentence

  constructor(said: Sentence, options?: ErrorOptions) {
    super(inEnglish(said), options)
    this.said = said
  }
}

/** What an error says: our own in every language, others' word for word. */
export function saidBy(error: unknown): Sentence {
  if (error instanceof SaidError) return error.said
  return verbatim(error instanceof Error ? error.message : String(error))
}

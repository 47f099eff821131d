import { z } from 'zod'
import { latest } from '../boundary/channel.ts'

export const rankedLetterSchema = z.strictObject({
  letter: z.string().length(1),
  score: z.number().min(0).max(1),
})

/** What is being spelled, while the project reads letters. It is shown and forgotten: no log holds it. */
export const spellingViewSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('off') }),
  z.strictObject({
    kind: z.literal('on'),
    /** The three likeliest now; empty without a hand. */
    letters: z.array(rankedLetterSchema).max(3),
    /** Two letters are nearly as likely: none is typed. */
    isUnsure: z.boolean(),
    /** The word so far, and how it may go on, likeliest first. */
    word: z.string(),
    completions: z.array(z.string()).max(3),
  }),
])
export type SpellingView = z.infer<typeof spellingViewSchema>

export const spellingDownlinks = { spelling: latest(spellingViewSchema) } as const

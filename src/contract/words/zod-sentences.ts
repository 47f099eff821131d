import type { z } from 'zod'
import { inEnglish, verbatim, type Sentence } from '../../core/sentence/sentence.ts'

/** A check's refusal in words of ours, for zod's `refine`: `sentenceOfIssue` finds them again. */
export const zodMessage = (said: Sentence) => ({ error: inEnglish(said), params: { said } })

/** Of what zod finds by itself it says in English, behind a heading that is not needed. */
export function sentenceOfIssue(issue: z.core.$ZodIssue): Sentence {
  const said: unknown = issue.code === 'custom' ? issue.params?.['said'] : undefined
  return said === undefined
    ? verbatim(issue.message.replace(/^Invalid input: /, ''))
    : asSentence(said)
}

// Nobody but `zodMessage` puts it there.
const asSentence = (said: unknown): Sentence => said as Sentence

import { z } from 'zod'
import { latest, request } from '../boundary/channel.ts'

const letter = z.string().regex(/^[A-Z]$/)
const nothing = z.strictObject({})

/** What the letter network makes of one frame. It is shown and forgotten: no log holds it. */
export const practiceViewSchema = z.strictObject({
  /** Of A to Z and none, in this frame alone; empty without a hand. */
  probabilities: z.array(z.number().min(0).max(1)).max(27),
  /** The last letter that was signed since practice began, and how many there were: a new number is a new letter. */
  signed: z.strictObject({ letter, count: z.number().int().positive() }).optional(),
})
export type PracticeView = z.infer<typeof practiceViewSchema>

/** Between `beginPractice` and `endPractice`, or until the page is gone, letters are read and hands do nothing. */
export const practiceRequests = {
  beginPractice: request(nothing, nothing),
  endPractice: request(nothing, nothing),
  /** Another target: what was seen before is forgotten at once. */
  forgetLetters: request(nothing, nothing),
} as const

export const practiceDownlinks = { practice: latest(practiceViewSchema) } as const

import { z } from 'zod'
import { request } from '../boundary/channel.ts'
import { nothing } from '../boundary/nothing.ts'
import { problemSchema as problem, sentenceSchema } from '../words/sentence-schema.ts'

/** One thing that Beckon needs: there, or how to mend it. The doctor says the same in a terminal. */
export const shownCheckSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ok'), name: sentenceSchema, says: sentenceSchema }),
  z.strictObject({ kind: z.enum(['failed', 'limited']), name: sentenceSchema, problem }),
])
export type ShownCheck = z.infer<typeof shownCheckSchema>

export const diagnosticsRequests = {
  runChecks: request(
    nothing,
    z.strictObject({
      checks: z.array(shownCheckSchema),
      /** Where settings, projects, recordings and results are kept. */
      folder: z.string(),
      /** Program and system, in a line, for a report. */
      about: z.string(),
    }),
  ),
  /** Shows the folder where settings, projects, recordings and results are kept. */
  openDataFolder: request(nothing, nothing),
  /** As they stand to each other, in the pixels of the pointer; none where the system does not tell. */
  readMonitors: request(
    nothing,
    z.strictObject({
      monitors: z.array(
        z.strictObject({
          left: z.number(),
          top: z.number(),
          width: z.number().positive(),
          height: z.number().positive(),
        }),
      ),
    }),
  ),
} as const

import { z } from 'zod'
import { request } from './channel.ts'

const problem = z.strictObject({ message: z.string(), fix: z.string().optional() })

/** One thing that Beckon needs: there, or how to mend it. The doctor says the same in a terminal. */
export const shownCheckSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ok'), name: z.string(), says: z.string() }),
  z.strictObject({ kind: z.enum(['failed', 'limited']), name: z.string(), problem }),
])
export type ShownCheck = z.infer<typeof shownCheckSchema>

export const diagnosticsRequests = {
  runChecks: request(
    z.strictObject({}),
    z.strictObject({
      checks: z.array(shownCheckSchema),
      /** Where settings, projects, recordings and results are kept. */
      folder: z.string(),
      /** Program and system, in a line, for a report. */
      about: z.string(),
    }),
  ),
} as const

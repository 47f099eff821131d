import { z } from 'zod'

/** What the listening process tells. Of keys only that one went down: which one is never sent, kept or written. */
export const listenerReportSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('key') }),
  z.strictObject({ kind: z.literal('motion'), x: z.number(), y: z.number() }),
])
export type ListenerReport = z.infer<typeof listenerReportSchema>

import { z } from 'zod'
import { sentenceSchema } from '../../contract/words/sentence-schema.ts'

/** App → tracker process. */
export const trackerProcessCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('start'),
    /** What to look for in the pictures. */
    subject: z.enum(['hands', 'bodies']),
    /** Holds the .onnx files. */
    modelsFolder: z.string(),
    size: z.enum(['full', 'lite']),
    port: z.number().int().min(0).max(65_535),
    /** Origins of the app's own page. */
    origins: z.array(z.string()),
  }),
  /** From now on this token, and no other, lets the page in. */
  z.strictObject({ kind: z.literal('admit'), token: z.string().min(1) }),
  z.strictObject({ kind: z.literal('ping'), id: z.number().int() }),
])
export type TrackerProcessCommand = z.infer<typeof trackerProcessCommandSchema>

/** Tracker process → app. */
export const trackerProcessReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), port: z.number().int() }),
  z.strictObject({ kind: z.literal('failed'), message: sentenceSchema }),
  z.strictObject({ kind: z.literal('pong'), id: z.number().int() }),
])
export type TrackerProcessReply = z.infer<typeof trackerProcessReplySchema>

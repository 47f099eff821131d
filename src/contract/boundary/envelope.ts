import { z } from 'zod'
import { problemSchema } from '../words/sentence-schema.ts'

const sequence = z.number().int().positive()

/** What travels on a transport. Payloads are parsed by the end that receives them, with their channel's schema. */
export const envelopeSchema = z.discriminatedUnion('kind', [
  /** First on every transport, both ways: who speaks, and the last reliable message it has of the listener's in this session. */
  z.strictObject({
    kind: z.literal('hello'),
    session: z.string().min(1).max(64),
    received: z.number().int().nonnegative(),
    /** The session that `received` counts in; absent before the first meeting. */
    of: z.string().max(64).optional(),
  }),
  z.strictObject({ kind: z.literal('reliable'), sequence, body: z.unknown() }),
  z.strictObject({ kind: z.literal('received'), sequence }),
  z.strictObject({
    kind: z.literal('latest'),
    channel: z.string().max(64),
    sequence,
    payload: z.unknown(),
  }),
  /** The listener has taken the message with this number: the next one may come. */
  z.strictObject({ kind: z.literal('taken'), channel: z.string().max(64), sequence }),
])
export type Envelope = z.infer<typeof envelopeSchema>

/** What a reliable message carries: a message of a reliable channel, a question, or its answer. */
export const reliableBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), channel: z.string().max(64), payload: z.unknown() }),
  z.strictObject({
    kind: z.literal('ask'),
    id: sequence,
    name: z.string().max(64),
    payload: z.unknown(),
  }),
  z.strictObject({ kind: z.literal('answer'), id: sequence, value: z.unknown() }),
  z.strictObject({ kind: z.literal('refusal'), id: sequence, problem: problemSchema }),
])
export type ReliableBody = z.infer<typeof reliableBodySchema>

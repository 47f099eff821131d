import { z } from 'zod'
import { state } from '../boundary/channel.ts'
import { sentenceSchema } from '../words/sentence-schema.ts'

/** Letters, poses and video jobs for other programs on this computer: what became of it. */
export const serviceStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('off') }),
  z.strictObject({ kind: z.literal('starting') }),
  /** Where other programs connect. */
  z.strictObject({
    kind: z.literal('running'),
    address: z.string(),
    /** Holds what they must show; undefined where nothing is wanted. */
    tokenFile: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('failed'), reason: sentenceSchema }),
])
export type ServiceState = z.infer<typeof serviceStateSchema>

export const serviceDownlinks = { service: state(serviceStateSchema) } as const

/** What the app asks of the service's process. */
export const serviceCommandSchema = z.strictObject({ kind: z.literal('ping') })
export type ServiceCommand = z.infer<typeof serviceCommandSchema>

/** What the service's process tells the app that started it. */
export const serviceNewsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('listening'),
    address: z.string(),
    tokenFile: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('failed'), reason: sentenceSchema }),
  /** It has been asked for a sign of life. */
  z.strictObject({ kind: z.literal('pong') }),
])
export type ServiceNews = z.infer<typeof serviceNewsSchema>

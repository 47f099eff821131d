import { z } from 'zod'
import { bodyMessageSchema } from '../frames/body-message.ts'
import { reliable, latest, request } from '../boundary/channel.ts'
import { trackerCommandSchema, trackerStatusSchema, trackerTimingSchema } from './status.ts'

export const bodyCommandSchema = z.discriminatedUnion('kind', [
  /** Nobody wants to know: no picture is looked at. */
  z.strictObject({ kind: z.literal('rest') }),
  z.strictObject({ kind: z.literal('track'), tracker: trackerCommandSchema }),
  /** Time these on a picture of somebody, one after the other, and track with none until the next order. */
  z.strictObject({ kind: z.literal('measure'), trackers: z.array(trackerCommandSchema) }),
])
export type BodyCommand = z.infer<typeof bodyCommandSchema>

export const bodyUplinks = {
  body: latest(bodyMessageSchema),
  bodyTracker: reliable(trackerStatusSchema),
  /** The answer to an order to measure. */
  bodyTimings: reliable(z.array(trackerTimingSchema)),
} as const

export const bodyDownlinks = {
  bodyCommand: reliable(bodyCommandSchema),
  /** Pictures in which bodies are looked for, a second at most. */
  bodyPace: reliable(z.number().positive().max(60)),
} as const

const nothing = z.strictObject({})

export const bodyRequests = {
  /** Somebody looks at bodies: they are tracked until this is taken back, or the page goes away. */
  watchBody: request(z.strictObject({ isOn: z.boolean() }), nothing),
  /** `auto` times them on this machine and takes the faster. */
  chooseBodyTracker: request(
    z.strictObject({ tracker: z.enum(['native', 'mediapipe', 'auto']) }),
    nothing,
  ),
} as const

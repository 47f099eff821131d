import { z } from 'zod'
import { bodyMessageSchema } from '../frames/body-message.ts'
import { reliable, latest, request, state } from '../boundary/channel.ts'
import { trackerStatusSchema, trackerTimingSchema, trackingCommandSchema } from './status.ts'
import { nothing } from '../boundary/nothing.ts'

/** As for hands, or nothing at all. */
export const bodyCommandSchema = z.discriminatedUnion('kind', [
  /** Nobody wants to know: no picture is looked at. */
  z.strictObject({ kind: z.literal('rest') }),
  ...trackingCommandSchema.options,
])
export type BodyCommand = z.infer<typeof bodyCommandSchema>

export const bodyUplinks = {
  body: latest(bodyMessageSchema),
  bodyTracker: reliable(trackerStatusSchema),
  /** The answer to an order to measure. */
  bodyTimings: reliable(z.array(trackerTimingSchema)),
} as const

export const bodyDownlinks = {
  bodyCommand: state(bodyCommandSchema),
  /** Pictures in which bodies are looked for, a second at most. */
  bodyPace: state(z.number().positive().max(60)),
} as const

export const bodyRequests = {
  /** Somebody looks at bodies: they are tracked until this is taken back, or the page goes away. */
  watchBody: request(z.strictObject({ isOn: z.boolean() }), nothing),
  /** `auto` times them on this machine and takes the faster. */
  chooseBodyTracker: request(
    z.strictObject({ tracker: z.enum(['native', 'mediapipe', 'auto']) }),
    nothing,
  ),
} as const

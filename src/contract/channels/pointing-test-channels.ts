import { z } from 'zod'
import { request } from '../boundary/channel.ts'
import { nothing } from '../boundary/nothing.ts'

const positive = z.number().positive().max(100_000)
const condition = z.strictObject({ distancePx: positive, widthPx: positive })

/** One way from target to target, as `watchPointing` in core/tuning gives it. */
const trial = z.strictObject({
  movementMs: z.number().positive().max(600_000),
  alongPx: z.number().min(-100_000).max(100_000),
  isHit: z.boolean(),
  reentries: z.number().int().nonnegative().max(1000),
})

const figures = z.strictObject({
  throughputBitsPerS: z.number(),
  difficultyBits: z.number(),
  effectiveWidthPx: z.number(),
  errorRatio: z.number(),
  movementMs: z.number(),
  reentries: z.number(),
  trials: z.number().int(),
})

/** What was in force during a test, by name: only what is the same everywhere can be compared. */
const settingsInForce = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

export const pointingTestResultSchema = z.strictObject({
  id: z.string(),
  takenAtEpochMs: z.number(),
  settings: settingsInForce,
  conditions: z.array(z.strictObject({ condition, figures })).min(1),
  /** Means over the conditions, as the standard has it. */
  overall: figures.pick({
    throughputBitsPerS: true,
    errorRatio: true,
    movementMs: true,
    reentries: true,
  }),
})
export type PointingTestResult = z.infer<typeof pointingTestResultSchema>

export const pointingTestRequests = {
  /** Figures are computed, and kept with the settings in force. Newest last; the oldest beyond 200 go. */
  keepPointingTest: request(
    z.strictObject({
      tests: z
        .array(z.strictObject({ condition, trials: z.array(trial).min(1).max(500) }))
        .min(1)
        .max(20),
    }),
    z.strictObject({ result: pointingTestResultSchema }),
  ),
  listPointingTests: request(
    nothing,
    z.strictObject({ results: z.array(pointingTestResultSchema) }),
  ),
  deletePointingTest: request(z.strictObject({ id: z.string() }), nothing),
  /** One line per test and condition. */
  exportPointingTests: request(nothing, z.strictObject({ fileName: z.string(), text: z.string() })),
} as const

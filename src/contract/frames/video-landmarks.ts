import { z } from 'zod'

/**
 * The figures of a video as a job keeps them and a page reads them: JSON lines, first what was looked at, then one line for each frame. Numbers
 * are rounded to what they are worth: 1e-4 of the picture, 0.1 mm, 0.1°.
 */
const triple = z.tuple([z.number(), z.number(), z.number()])

const personSchema = z.object({
  /** Stays with a person from frame to frame. */
  id: z.number().int(),
  /** 33 × [x, y of the picture, z in picture widths]. */
  landmarks: z.array(triple),
  /** 33 × metres from the middle of the hips. */
  world: z.array(triple),
  /** 33 × 0..1. */
  visibility: z.array(z.number()),
  /** Degrees by the angle's name, as `left.knee`. */
  angles: z.record(z.string(), z.number()),
  /** How sure each angle is, 0..1, by the same names; other engines need not tell. */
  confidence: z.record(z.string(), z.number()).optional(),
})
export type PersonLandmarks = z.infer<typeof personSchema>

const handSchema = z.object({
  /** The person's own, as they see it. */
  handedness: z.enum(['left', 'right']),
  score: z.number(),
  landmarks: z.array(triple),
  world: z.array(triple),
})
export type HandLandmarks = z.infer<typeof handSchema>

const headerSchema = z.object({
  format: z.literal('beckon-pose'),
  version: z.literal(1),
  video: z.object({
    width_px: z.number(),
    height_px: z.number(),
    frames_per_s: z.number(),
    duration_ms: z.number(),
  }),
  model: z.string(),
  every_nth: z.number(),
})
export type LandmarksHeader = z.infer<typeof headerSchema>

const frameSchema = z.object({
  frame: z.number().int(),
  time_ms: z.number(),
  people: z.array(personSchema),
  hands: z.array(handSchema).optional(),
})
export type FrameLandmarks = z.infer<typeof frameSchema>

/** @throws when the line is not the first of a file of this version */
export const parseHeader = (line: string): LandmarksHeader => headerSchema.parse(JSON.parse(line))

/** @throws when the line is not of a frame */
export const parseFrame = (line: string): FrameLandmarks => frameSchema.parse(JSON.parse(line))

export const rounded = (value: number, perUnit: number): number =>
  Math.round(value * perUnit) / perUnit

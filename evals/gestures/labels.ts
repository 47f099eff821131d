import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const stretch = z.tuple([z.number().int(), z.number().int()])
const stretches = z.array(stretch).default([])
const direction = z.enum(['left', 'right', 'up', 'down'])

const clipSchema = z.strictObject({
  file: z.string(),
  talk: z.string().optional(),
  /** Played turned by a quarter as well: what goes right goes down then. */
  turned: z.boolean().default(false),
  /** No tracker finds what it shows: told, and not counted. */
  isUnseen: z.boolean().default(false),
  swipes: z
    .array(z.strictObject({ direction, frames: stretch, isEntering: z.boolean().default(false) }))
    .default([]),
  /** Tips of thumb and index finger touch. */
  touches: stretches,
  palms: stretches,
  perhapsPalms: stretches,
  thumbs: stretches,
  perhapsThumbs: stretches,
  plays: z.array(z.array(stretch)).optional(),
  /** Made into a zoom of two hands: a frame in which the hand is open, and the first and last of the touch from there. */
  zoom: z.strictObject({ open: z.number().int(), touch: stretch }).optional(),
  /** Two hands that frame a picture move apart, or together. */
  framed: z.array(z.strictObject({ direction: z.enum(['in', 'out']), frames: stretch })).optional(),
  /** Gestures that this clip says nothing about. */
  unsure: z.array(z.string()),
})

const labelsSchema = z.strictObject({
  talk: z.string(),
  clips: z.array(clipSchema),
  pictures: z.strictObject({
    talk: z.string(),
    folders: z.record(z.string(), z.string()),
    exceptions: z.record(z.string(), z.record(z.string(), z.string())),
  }),
})

/** First and last frame of something that is seen. */
export type Stretch = z.infer<typeof stretch>
export type Direction = z.infer<typeof direction>
export type ClipLabels = z.infer<typeof clipSchema>

/** What is seen in clips and pictures, by eye. */
export const LABELS = labelsSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../labels/gestures.json'), 'utf8')),
)

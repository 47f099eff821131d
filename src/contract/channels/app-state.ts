import { z } from 'zod'
import { CANCEL_REASONS } from '../../core/gesture/gesture-event.ts'
import { actionSchema, shownEffectSchema } from './shown-act.ts'
import { sentenceSchema } from '../words/sentence-schema.ts'
import { cameraStatusSchema, stageProblemSchema, trackerStatusSchema } from './status.ts'

export const modeSchema = z.enum(['paused', 'watching', 'engaged'])
export type Mode = z.infer<typeof modeSchema>

export const projectSummarySchema = z.strictObject({ id: z.string(), name: z.string() })
export type ProjectSummary = z.infer<typeof projectSummarySchema>

/** A project as the window lists it. `gestures` are its bindings in the file's order, for the help page. */
export const listedProjectSchema = projectSummarySchema.extend({
  gestures: z
    .array(
      z.strictObject({
        gesture: z.string(),
        action: actionSchema,
      }),
    )
    .optional(),
  /** What it is good for, in a line. */
  about: sentenceSchema.optional(),
  origin: z.enum(['shipped', 'changed', 'own']).optional(),
  /** Of what is on disk: an editor that has another one open reads it anew. */
  revision: z.string().optional(),
  /** How many of its bindings are kept but do nothing here. */
  inactiveCount: z.number().int().nonnegative().optional(),
  /** It came from outside, and so many of its parts are off: nobody was asked yet, or somebody left them off. */
  withheld: z
    .strictObject({
      count: z.number().int().positive(),
      answer: z.literal('left-off').optional(),
    })
    .optional(),
  /** Its file cannot be read as it is now; the last good version goes on. */
  problem: sentenceSchema.optional(),
})
export type ListedProject = z.infer<typeof listedProjectSchema>

/** Everything the window, the overlay and the tray show, in one value; sent whole whenever it changes. */
export const appStateSchema = z.strictObject({
  mode: modeSchema,
  /** Why nothing acts; absent when engaged and all is well. */
  hint: sentenceSchema.optional(),
  project: projectSummarySchema,
  camera: cameraStatusSchema,
  tracker: trackerStatusSchema,
  /** Hands in the last frame. */
  handCount: z.number().int().min(0),
  /** Nothing is sent to the system. */
  isDryRun: z.boolean(),
  /** What does not work now and how to mend it, newest last. */
  problems: z.array(stageProblemSchema),
})
export type AppState = z.infer<typeof appStateSchema>

export const shownGestureSchema = z.strictObject({
  gesture: z.string(),
  hand: z.enum(['left', 'right', 'both', 'body']),
  phase: z.enum(['began', 'changed', 'ended', 'cancelled']),
  atMs: z.number(),
  score: z.number(),
  heldMs: z.number(),
  reason: z.enum(CANCEL_REASONS).optional(),
})
export type ShownGesture = z.infer<typeof shownGestureSchema>

/** What was done, and which gesture did it. */
export const shownActionSchema = z.strictObject({
  atMs: z.number(),
  effect: shownEffectSchema,
  /** A gesture, or `pointer` for plain pointing. */
  cause: z.string(),
})
export type ShownAction = z.infer<typeof shownActionSchema>

/** A ring that fills: progress towards engaging, a dwell, a hold or a pinch. */
export const progressSchema = z.strictObject({
  kind: z.enum(['engage', 'disengage', 'hold', 'pinch', 'none']),
  ratio: z.number().min(0).max(1),
})
export type Progress = z.infer<typeof progressSchema>

export const pointerViewSchema = z.strictObject({
  x: z.number(),
  y: z.number(),
  /** Milliseconds from reading the camera frame to the pointer's move. */
  latencyMs: z.number(),
  /** What the frame that moved it took in the host: on its way there, and in the pipeline. */
  stages: z
    .strictObject({ boundaryMs: z.number().nonnegative(), pipelineMs: z.number().nonnegative() })
    .optional(),
})
export type PointerView = z.infer<typeof pointerViewSchema>

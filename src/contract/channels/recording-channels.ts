import { z } from 'zod'
import { OPTION_UNITS } from '../../core/classifier/options.ts'
import { CANCEL_REASONS } from '../../core/gesture/gesture-event.ts'
import { REFUSALS } from '../../core/project/binding-verdicts.ts'
import { modeSchema } from './app-state.ts'
import { request, state } from '../boundary/channel.ts'
import { nothing } from '../boundary/nothing.ts'
import { sentenceSchema } from '../words/sentence-schema.ts'
import { actionSchema, shownEffectSchema } from './shown-act.ts'

const hand = z.enum(['left', 'right', 'both', 'body'])

/** A binding, as people are told of it. */
const ruleSchema = z.strictObject({
  action: actionSchema,
  trigger: z.strictObject({
    mode: z.enum(['once', 'hold', 'repeat', 'toggle']),
    dwellMs: z.number(),
    repeatMs: z.number(),
    minScore: z.number(),
    phase: z.enum(['began', 'ended']),
  }),
  /** The other gestures that it needs. */
  companions: z.array(
    z.strictObject({ kind: z.enum(['held', 'after', 'together']), gesture: z.string() }),
  ),
})
export type ShownRule = z.infer<typeof ruleSchema>

/** One thing that happened in a recording; ms from its first frame. */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('mode'),
    atMs: z.number(),
    mode: modeSchema,
    hint: sentenceSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('project'), atMs: z.number(), name: z.string() }),
  z.strictObject({ kind: z.literal('hands'), atMs: z.number(), count: z.number().int() }),
  z.strictObject({
    kind: z.literal('gesture'),
    atMs: z.number(),
    gesture: z.string(),
    hand,
    phase: z.enum(['began', 'ended', 'cancelled']),
    score: z.number(),
    heldMs: z.number(),
    reason: z.enum(CANCEL_REASONS).optional(),
    /** What the project binds to it. */
    rules: z.array(ruleSchema),
    /** The options of its classifier that were in force. */
    thresholds: z.array(
      z.strictObject({
        option: z.string(),
        value: z.union([z.number(), z.boolean(), z.string()]),
        unit: z.enum(OPTION_UNITS).optional(),
      }),
    ),
  }),
  /** What one rule made of the gesture, and why. */
  z.strictObject({
    kind: z.literal('verdict'),
    atMs: z.number(),
    gesture: z.string(),
    hand,
    rule: ruleSchema,
    outcome: z.enum(['acted', ...REFUSALS]),
    score: z.number(),
    heldMs: z.number(),
  }),
  z.strictObject({
    kind: z.literal('action'),
    atMs: z.number(),
    effect: shownEffectSchema,
    /** A gesture, or `pointer` for plain pointing. */
    cause: z.string(),
    /** What the rules that it comes of do; none for pointing and for what keeping still does. */
    rules: z.array(actionSchema),
  }),
])
export type Decision = z.infer<typeof decisionSchema>

const name = z.strictObject({ name: z.string() })

export const recordingRequests = {
  /**
   * Landmarks and events, never pictures. Ends by itself after ten minutes. In a project that reads letters it is refused unless
   * somebody was asked; one that is begun without ends when such a project comes into force.
   */
  startRecording: request(z.strictObject({ withLetters: z.boolean().optional() }), name),
  stopRecording: request(nothing, z.strictObject({ name: z.string(), path: z.string() })),
  listRecordings: request(
    nothing,
    z.strictObject({
      folder: z.string(),
      recordings: z.array(
        z.strictObject({ name: z.string(), sizeBytes: z.number(), changedAtEpochMs: z.number() }),
      ),
    }),
  ),
  /** Plays it through the pipeline, as fast as it goes; nothing is sent to the system. */
  replayRecording: request(
    name,
    z.strictObject({
      durationMs: z.number(),
      frames: z.number().int(),
      /** Whether everything came out as it did live. */
      isSame: z.boolean(),
      decisions: z.array(decisionSchema),
    }),
  ),
  deleteRecording: request(name, nothing),
} as const

export const recordingDownlinks = {
  recording: state(
    z.discriminatedUnion('kind', [
      /** `problem`: the last one ended before somebody ended it. */
      z.strictObject({
        kind: z.literal('idle'),
        problem: sentenceSchema.optional(),
        /** One that is begun now would hold what is signed: people are asked first. */
        readsLetters: z.literal(true).optional(),
      }),
      z.strictObject({ kind: z.literal('running'), name: z.string(), sinceEpochMs: z.number() }),
    ]),
  ),
} as const

import { z } from 'zod'
import { latest, request } from '../boundary/channel.ts'

/** What would keep a gesture within the budget, going by what was seen so far. */
export const shadowProposalSchema = z.discriminatedUnion('kind', [
  /** Watched for too short a time to tell. */
  z.strictObject({ kind: z.literal('too-early') }),
  /** Within the budget as it is. */
  z.strictObject({ kind: z.literal('keep') }),
  /** Act only when the classifier is at least this sure, 0..1. */
  z.strictObject({ kind: z.literal('min-score'), minScore: z.number() }),
  /** Act only when it has lasted this long. */
  z.strictObject({ kind: z.literal('dwell'), dwellMs: z.number() }),
  /** No threshold would do. */
  z.strictObject({ kind: z.literal('switch-off') }),
])
export type ShadowProposalView = z.infer<typeof shadowProposalSchema>

export const shadowThresholdSchema = z.strictObject({
  minScore: z.number().min(0).max(1).optional(),
  dwellMs: z.number().min(0).max(10_000).optional(),
  isOff: z.boolean().optional(),
})

export const shadowViewSchema = z.strictObject({
  /** Everything runs, nothing is sent. */
  isOn: z.boolean(),
  /** Most firings of one gesture in an hour that the user puts up with. */
  budgetPerHour: z.number(),
  /** Of this project, so far: how long hands could have acted. */
  watchedMs: z.number(),
  project: z.string(),
  gestures: z.array(
    z.strictObject({
      gesture: z.string(),
      count: z.number().int(),
      perHour: z.number(),
      /** Of the newest that would have fired, 0..1 and ms, oldest first. */
      peakScores: z.array(z.number()),
      heldMs: z.array(z.number()),
      proposal: shadowProposalSchema,
      /** What was accepted for it and is in force. */
      accepted: shadowThresholdSchema.optional(),
    }),
  ),
})
export type ShadowView = z.infer<typeof shadowViewSchema>

const nothing = z.strictObject({})
const gesture = z.strictObject({ gesture: z.string() })

export const shadowRequests = {
  /** Off when Beckon starts; what was counted is kept. */
  setShadow: request(z.strictObject({ isOn: z.boolean() }), nothing),
  setShadowBudget: request(z.strictObject({ perHour: z.number().min(0).max(1000) }), nothing),
  /** Counts of the project in force start over. */
  clearShadow: request(nothing, nothing),
  /** The proposal for this gesture, as it stands now, comes into force in this project, shadow or not. */
  acceptProposal: request(gesture, nothing),
  /** Back to what the project says. */
  revokeProposal: request(gesture, nothing),
} as const

/** About once a second while it is on, and after every change. */
export const shadowDownlinks = { shadow: latest(shadowViewSchema) } as const

import type { z } from 'zod'

/**
 * How a channel behaves under load. `edge`: every message arrives, once, in order. `latest`: only the newest is worth
 * having; an older one still waiting is replaced and counted as dropped.
 */
export type Lane = 'edge' | 'latest'

export interface Channel<Schema extends z.ZodType> {
  readonly lane: Lane
  readonly schema: Schema
}

export const edge = <Schema extends z.ZodType>(schema: Schema): Channel<Schema> => ({
  lane: 'edge',
  schema,
})

export const latest = <Schema extends z.ZodType>(schema: Schema): Channel<Schema> => ({
  lane: 'latest',
  schema,
})

export const request = <Ask extends z.ZodType, Answer extends z.ZodType>(
  ask: Ask,
  answer: Answer,
) => ({ ask, answer })

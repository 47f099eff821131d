import type { z } from 'zod'

/**
 * How a channel behaves under load. `reliable`: every message arrives, once, in order. `latest`: only the newest is worth
 * having; an older one still waiting is replaced and counted as dropped.
 */
export type Lane = 'reliable' | 'latest'

export interface Channel<Schema extends z.ZodType> {
  readonly lane: Lane
  readonly schema: Schema
}

export const reliable = <Schema extends z.ZodType>(schema: Schema): Channel<Schema> => ({
  lane: 'reliable',
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

import type { z } from 'zod'

/**
 * How a channel behaves under load, and towards who comes late.
 *
 * | lane     | says              | what arrives                                                                           |
 * | -------- | ----------------- | -------------------------------------------------------------------------------------- |
 * | `reliable`   | what happened     | every message, once, in order                                                          |
 * | `state`  | how things are    | as `reliable`; but of those that wait only the newest, which every newcomer is sent as well |
 * | `latest` | what goes on      | only the newest: an older one still waiting is replaced, and counted as dropped         |
 */
export type Lane = 'reliable' | 'state' | 'latest'

export interface Channel<Schema extends z.ZodType, Kind extends Lane = Lane> {
  readonly lane: Kind
  readonly schema: Schema
  /** On its way down it reaches the display beside the pointer as well as the window. */
  readonly isOnOverlay?: true
}

const on =
  <Kind extends Lane>(lane: Kind) =>
  <Schema extends z.ZodType>(schema: Schema): Channel<Schema, Kind> => ({
    lane,
    schema,
  })

export const reliable = on('reliable')
export const state = on('state')
export const latest = on('latest')

/** The same channel, for what the display beside the pointer shows. */
export const onOverlay = <Schema extends z.ZodType, Kind extends Lane>(
  channel: Channel<Schema, Kind>,
): Channel<Schema, Kind> => ({ ...channel, isOnOverlay: true })

export const request = <Ask extends z.ZodType, Answer extends z.ZodType>(
  ask: Ask,
  answer: Answer,
) => ({ ask, answer })

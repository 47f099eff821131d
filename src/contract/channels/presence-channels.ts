import { latest } from '../boundary/channel.ts'
import { z } from 'zod'

/** Counts up; the answer carries the same. */
const turn = z.number().int().nonnegative()

/** The app asks whether the page still does anything: a page that hangs keeps its connection. */
export const presenceDownlinks = { ping: latest(turn) } as const
export const presenceUplinks = { pong: latest(turn) } as const

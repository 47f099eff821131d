import { z } from 'zod'

/** When and how a camera's frame was seen, on the wire beside what was found in it: fields of a `strictObject`. */
export const frameStamp = {
  sequence: z.number().int().nonnegative(),
  /** The same clock for hands and bodies. */
  atMs: z.number().nonnegative(),
  capturedAtMs: z.number().positive(),
  aspectRatio: z.number().positive(),
  /** Times of the stages before this message, ms. */
  waitMs: z.number().nonnegative(),
  detectMs: z.number().nonnegative(),
} as const

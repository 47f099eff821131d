import { createOneEuro, type OneEuroSettings } from './one-euro.ts'

export type Smoothing =
  | { readonly kind: 'none' }
  /** What a new value weighs at 30 frames a second, 0..1: 1 does not smooth. */
  | { readonly kind: 'exponential'; readonly alpha: number }
  | ({ readonly kind: 'one-euro' } & OneEuroSettings)

export const DEFAULT_SMOOTHING: Smoothing = { kind: 'exponential', alpha: 0.7 }

/** Smooths one number. A time that does not go on, or a value that is not finite, gives the last result again. */
export interface Smoother {
  filter(value: number, atMs: number): number
}

const FRAME_MS = 1000 / 30

export function createSmoother(smoothing: Smoothing): Smoother {
  switch (smoothing.kind) {
    case 'none':
      return { filter: (value) => value }
    case 'one-euro':
      return createOneEuro(smoothing)
    case 'exponential':
      return createExponentialSmoother(smoothing.alpha)
  }
}

/** By real time: after a pause of two frames an old value weighs what it would after two frames. */
function createExponentialSmoother(alpha: number): Smoother {
  let last: number | undefined
  let lastAtMs = 0
  return {
    filter(value, atMs) {
      if (last === undefined) {
        if (!Number.isFinite(value)) return value
        last = value
        lastAtMs = atMs
        return last
      }
      if (!(atMs > lastAtMs) || !Number.isFinite(value)) return last
      const weight = 1 - (1 - alpha) ** ((atMs - lastAtMs) / FRAME_MS)
      last += (value - last) * weight
      lastAtMs = atMs
      return last
    },
  }
}

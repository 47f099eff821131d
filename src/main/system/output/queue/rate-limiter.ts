import { say } from '../../../../contract/words/say.ts'
import type { Effect } from '../../../../core/action/effect.ts'
import {
  effectCaps,
  effectTraits,
  type CapKind,
  type RateCap,
} from '../../../../core/action/effect-traits.ts'
import type { Sentence } from '../../../../core/sentence/sentence.ts'

/** Lets effects through up to their caps, and says at most once a second per kind that it did not. */
export interface RateLimiter {
  admits(effect: Effect, nowMs: number): boolean
}

/** Caps in place of those that effects have. */
export type Caps = Partial<Readonly<Record<CapKind, RateCap>>>

const REPORT_EVERY_MS = 1000

export function createRateLimiter(caps: Caps, report: (message: Sentence) => void): RateLimiter {
  const gates = new Map<CapKind, Gate>()
  return {
    admits(effect, nowMs) {
      const { cap: kind } = effectTraits[effect.kind]
      if (kind === undefined) return true
      const cap = caps[kind] ?? effectCaps[kind]
      const gate = gates.get(kind) ?? closedGate(cap)
      gates.set(kind, gate)
      if (gate.passes(nowMs)) return true
      gate.capped += 1
      if (nowMs - gate.reportedAtMs >= REPORT_EVERY_MS) {
        const { count, perMs } = cap
        const { called } = effectCaps[kind]
        const left = gate.capped
        report(say('Too many {}: {} left out (at most {} in {} ms).', called, left, count, perMs))
        gate.reportedAtMs = nowMs
        gate.capped = 0
      }
      return false
    },
  }
}

interface Gate {
  readonly passes: (nowMs: number) => boolean
  /** Left out since it was last said. */
  capped: number
  reportedAtMs: number
}

const closedGate = (cap: RateCap): Gate => ({
  passes: createRateCap(cap),
  capped: 0,
  reportedAtMs: -Infinity,
})

/** Says whether one more may pass at `nowMs` (must not decrease). Constant memory: the times of the last `count`. */
function createRateCap(cap: RateCap): (nowMs: number) => boolean {
  const passedAtMs = new Float64Array(cap.count).fill(-Infinity)
  let oldest = 0
  return (nowMs) => {
    if (nowMs - (passedAtMs[oldest] ?? 0) < cap.perMs) return false
    passedAtMs[oldest] = nowMs
    oldest = (oldest + 1) % cap.count
    return true
  }
}

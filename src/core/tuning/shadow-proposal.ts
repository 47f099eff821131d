import { DWELL_CLICK } from '../action/dwell-click.ts'
import { classifierById } from '../classifier/registry.ts'
import type { GestureThreshold } from '../project/thresholds.ts'
import type { Firing, GestureFirings } from './shadow-ledger.ts'
import { firingsPerHour } from './shadow-ledger.ts'

/** What would keep a gesture within the budget, going by what was seen so far. */
export type ShadowProposal =
  | { readonly kind: 'too-early' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'min-score'; readonly minScore: number }
  | { readonly kind: 'dwell'; readonly dwellMs: number }
  | { readonly kind: 'switch-off' }

/** A quarter of an hour tells whether something happens often; less tells of the last minutes only. */
const EARLIEST_MS = 15 * 60_000
/** A gesture that has to be surer than this is one that people cannot make. */
const HIGHEST_SCORE = 0.95
/** Nobody holds a hand still for longer to get one thing done. */
const LONGEST_DWELL_MS = 2000
const DWELL_STEP_MS = 50
const SCORE_STEP = 0.01

/**
 * The mildest threshold with which, of what was seen, no more than the budget would have fired. Budget is per gesture: five
 * gestures with a budget of two an hour may fire ten times.
 */
export function proposeThreshold(
  gesture: string,
  { count, newest }: GestureFirings,
  watchedMs: number,
  budgetPerHour: number,
): ShadowProposal {
  if (watchedMs < EARLIEST_MS) return { kind: 'too-early' }
  if (firingsPerHour(count, watchedMs) <= budgetPerHour) return { kind: 'keep' }
  if (gesture === DWELL_CLICK) return { kind: 'switch-off' }
  // Where not all are kept, the newest stand for all.
  const share = count === 0 ? 1 : newest.length / count
  const allowed = Math.floor(budgetPerHour * (watchedMs / 3_600_000) * share)
  const byScore = scoreFor(newest, allowed)
  const byDwell = dwellFor(newest, allowed)
  const [first, second] = isQuick(gesture) ? [byScore, byDwell] : [byDwell, byScore]
  return first ?? second ?? { kind: 'switch-off' }
}

/** Of what was seen, what would have fired with a threshold in force; the count by the share of those that are kept. */
export function firingsUnder(
  firings: GestureFirings = { count: 0, newest: [] },
  threshold: GestureThreshold = {},
): GestureFirings {
  const { minScore = 0, dwellMs = 0, isOff = false } = threshold
  if (isOff) return { count: 0, newest: [] }
  const newest = firings.newest.filter(
    ({ peakScore, heldMs }) => peakScore >= minScore && heldMs >= dwellMs,
  )
  if (newest.length === firings.newest.length) return firings
  const share = newest.length / firings.newest.length
  return { count: Math.round(firings.count * share), newest }
}

/** What accepting it puts in force; undefined: there is nothing to accept. */
export function thresholdOf(proposal: ShadowProposal): GestureThreshold | undefined {
  switch (proposal.kind) {
    case 'too-early':
    case 'keep':
      return undefined
    case 'min-score':
      return { minScore: proposal.minScore }
    case 'dwell':
      return { dwellMs: proposal.dwellMs }
    case 'switch-off':
      return { isOff: true }
  }
}

const isQuick = (gesture: string): boolean =>
  classifierById(gesture.split('.')[0] ?? '')?.isQuick === true

function scoreFor(firings: readonly Firing[], allowed: number): ShadowProposal | undefined {
  const above = firings.map(({ peakScore }) => peakScore).toSorted((a, b) => b - a)[allowed]
  if (above === undefined) return undefined
  // To the next step up, so that those just as sure stay out.
  const minScore = (Math.floor(above / SCORE_STEP + 1e-9) + 1) * SCORE_STEP
  return minScore > HIGHEST_SCORE
    ? undefined
    : { kind: 'min-score', minScore: Math.round(minScore * 100) / 100 }
}

function dwellFor(firings: readonly Firing[], allowed: number): ShadowProposal | undefined {
  const above = firings.map(({ heldMs }) => heldMs).toSorted((a, b) => b - a)[allowed]
  if (above === undefined) return undefined
  const dwellMs = (Math.floor(above / DWELL_STEP_MS) + 1) * DWELL_STEP_MS
  return dwellMs > LONGEST_DWELL_MS ? undefined : { kind: 'dwell', dwellMs }
}

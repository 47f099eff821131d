import type { ClassifierEntry, RunningClassifier, SeenHand } from './classifier.ts'
import { NONE } from './classifier.ts'
import { indexPinchScore, isIndexPinch, PINCH_LIMIT_OPTIONS } from './pinch.ts'
import type { PinchLimits } from './pinch.ts'

/**
 * Both hands pinch with the index finger at once. The cases:
 *
 * | state    | what is seen                                            | then     |
 * | apart    | one hand pinches                                        | apart    |
 * | apart    | both pinch, the second within TOGETHER_MS of the first  | together |
 * | apart    | both pinch, but one has for longer: it drags            | apart    |
 * | together | either parts                                            | apart    |
 */
interface TwoHands {
  readonly areTogether: boolean
  readonly left: HandPinch
  readonly right: HandPinch
}

interface HandPinch {
  readonly bornAtMs: number
  /** Undefined while the hand does not pinch. */
  readonly sinceMs: number | undefined
}

/** Two hands that are told to do the same do it within a third of a second. */
const TOGETHER_MS = 400
const OPEN: HandPinch = { bornAtMs: -1, sinceMs: undefined }
const APART: TwoHands = { areTogether: false, left: OPEN, right: OPEN }

export const twoHands: ClassifierEntry = {
  id: 'two-hands',
  title: 'Both hands',
  labels: [NONE, 'pinch'],
  timing: { enterMs: 60, exitMs: 60, needsFreshStart: true, upgrades: [] },
  options: PINCH_LIMIT_OPTIONS,
  create(options) {
    const touchRatio = options.number('touchRatio')
    const limits = { touchRatio, partRatio: Math.max(options.number('partRatio'), touchRatio) }
    const running: RunningClassifier<TwoHands> = {
      initial: APART,
      step: (state, { atMs, hands }) => {
        const left = hands.find(({ side }) => side === 'left')
        const right = hands.find(({ side }) => side === 'right')
        if (left === undefined || right === undefined) return { state: APART, readings: [] }
        const next = step(state, left, right, atMs, limits)
        const score = Math.min(
          indexPinchScore(left.features, limits),
          indexPinchScore(right.features, limits),
        )
        const label = next.areTogether ? 'pinch' : NONE
        const reading = { hand: 'both', label, score: next.areTogether ? score : 1 } as const
        return { state: next, readings: [reading] }
      },
    }
    return running
  },
}

function step(
  state: TwoHands,
  left: SeenHand,
  right: SeenHand,
  atMs: number,
  limits: PinchLimits,
): TwoHands {
  const now = {
    left: pinchOf(state.left, left, atMs, limits),
    right: pinchOf(state.right, right, atMs, limits),
  }
  const [a, b] = [now.left.sinceMs, now.right.sinceMs]
  const both = a !== undefined && b !== undefined
  return { ...now, areTogether: both && (state.areTogether || Math.abs(a - b) <= TOGETHER_MS) }
}

function pinchOf(
  before: HandPinch,
  { bornAtMs, features }: SeenHand,
  atMs: number,
  limits: PinchLimits,
): HandPinch {
  const wasPinching = before.bornAtMs === bornAtMs && before.sinceMs !== undefined
  if (!isIndexPinch(features, limits, wasPinching)) return { bornAtMs, sinceMs: undefined }
  return wasPinching ? before : { bornAtMs, sinceMs: atMs }
}

import type { HandFeatures } from '../hand/hand-features.ts'
import type { ClassifierEntry, RunningClassifier, SeenHand } from './classifier.ts'
import { NONE } from './classifier.ts'
import { frameScore, isFrameHand, LEAST_FRAME_SCORE } from './frame-hand.ts'
import {
  indexPinchScore,
  isIndexPinch,
  pinchLimitsOf,
  PINCH_LIMIT_OPTIONS,
  touchScore,
} from './pinch.ts'
import type { PinchLimits } from './pinch.ts'

/**
 * Both hands do the same at once: they pinch with the index finger, or each shows a corner of a picture frame. The cases:
 *
 * | state    | what is seen                                           | then     |
 * | apart    | one hand does it                                       | apart    |
 * | apart    | both pinch, the second within TOGETHER_MS of the first | together |
 * | apart    | both pinch, but one has for longer: it drags           | apart    |
 * | apart    | both show a corner, for FRAME_MS                       | together |
 * | together | either stops                                           | apart    |
 * | apart    | a hand is missed                                       | apart    |
 * | together | a hand is missed                                       | together |
 */
interface TwoHands {
  readonly together: Doing | undefined
  readonly left: HandDoing
  readonly right: HandDoing
}

type Doing = 'pinch' | 'frame'

interface HandDoing {
  readonly bornAtMs: number
  readonly doing: Doing | undefined
  readonly sinceMs: number
}

/** Two hands that are told to do the same do it within a third of a second. */
const TOGETHER_MS = 400
/** Hands that sign pass through it; it is held for as long as a look at it takes. */
const FRAME_MS = 250
const NOTHING: HandDoing = { bornAtMs: -1, doing: undefined, sinceMs: 0 }
const APART: TwoHands = { together: undefined, left: NOTHING, right: NOTHING }

export const twoHands: ClassifierEntry = {
  id: 'two-hands',
  of: 'hand',
  labels: [NONE, 'pinch', 'frame'],
  timing: { enterMs: 60, exitMs: 60, needsFreshStart: true, upgrades: [] },
  precedence: 'both-hands',
  isQuick: false,
  calibratedBy: 'pinch',
  options: PINCH_LIMIT_OPTIONS,
  beginsAt: (label, options) =>
    label === 'pinch' ? touchScore(pinchLimitsOf(options)) : LEAST_FRAME_SCORE,
  create(options) {
    const limits = pinchLimitsOf(options)
    const running: RunningClassifier<TwoHands> = {
      initial: APART,
      step: (state, { atMs, hands }) => {
        const left = hands.find(({ side }) => side === 'left')
        const right = hands.find(({ side }) => side === 'right')
        if (left === undefined || right === undefined) return { state, readings: [] }
        const next = step(state, left, right, atMs, limits)
        const { together } = next
        const reading = {
          hand: 'both',
          label: together ?? NONE,
          score:
            together === undefined
              ? 1
              : Math.min(
                  twoHandsScore(together, left.features, limits),
                  twoHandsScore(together, right.features, limits),
                ),
        } as const
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
    left: movementOf(state.left, left, atMs, limits),
    right: movementOf(state.right, right, atMs, limits),
  }
  const { doing } = now.left
  if (doing === undefined || doing !== now.right.doing) return { ...now, together: undefined }
  const isMeant =
    doing === 'pinch'
      ? Math.abs(now.left.sinceMs - now.right.sinceMs) <= TOGETHER_MS
      : atMs - Math.max(now.left.sinceMs, now.right.sinceMs) >= FRAME_MS
  return { ...now, together: state.together === doing || isMeant ? doing : undefined }
}

function movementOf(
  before: HandDoing,
  { bornAtMs, features }: SeenHand,
  atMs: number,
  limits: PinchLimits,
): HandDoing {
  const last = before.bornAtMs === bornAtMs ? before.doing : undefined
  const doing = isIndexPinch(features, limits, last === 'pinch')
    ? 'pinch'
    : isFrameHand(features, last === 'frame')
      ? 'frame'
      : undefined
  return doing !== undefined && doing === last ? before : { bornAtMs, doing, sinceMs: atMs }
}

const twoHandsScore = (doing: Doing, features: HandFeatures, limits: PinchLimits): number =>
  doing === 'pinch' ? indexPinchScore(features, limits) : frameScore(features)

import type { PlanePoint } from '../geometry/plane.ts'
import { clamp } from '../geometry/vector.ts'
import type { HandFeatures } from '../hand/hand-features.ts'
import type { ClassifierEntry, SeenHand } from './classifier.ts'
import { NONE } from './classifier.ts'
import { extendedFingers } from './extended-fingers.ts'
import { perHand } from './per-hand.ts'
import type { HandStep } from './per-hand.ts'
import { findStroke } from './stroke.ts'
import type { Direction, StrokeLimits, TrailPoint } from './stroke.ts'

/**
 * The cases, one hand:
 *
 * | phase  | what is seen                                         | then                                  |
 * | ready  | no straight, long, quick stroke of an open hand      | ready                                 |
 * | ready  | such a stroke                                        | locked: its direction is said once    |
 * | locked | the hand came back to where the stroke began, slowly | ready: the return stroke is over      |
 * | locked | the hand rests elsewhere for long enough             | ready: there will be no return stroke |
 * | locked | anything else                                        | locked                                |
 */
type SwipeState = {
  readonly trail: readonly TrailPoint[]
  /** When another hand was last seen beside this one. */
  readonly companionAtMs: number
} & (
  | { readonly phase: 'ready' }
  | {
      readonly phase: 'locked'
      readonly from: PlanePoint
      readonly sinceMs: number
      readonly restingSinceMs: number
    }
)

/** From the TouchFree tooling's swipe lock-out. */
const MIN_LOCK_MS = 500
const REST_MS = 700
const REST_PALM_WIDTHS_PER_S = 1.5
const BACK_PALM_WIDTHS = 0.75
/** A palm is this much longer than wide; see hand/palm.ts. */
const PALM_LENGTH_PER_WIDTH = 1.6
/**
 * Two hands in view do not swipe: people who talk with their hands use both, and a hand that hides behind the other one is lost and
 * taken for it. Nor does one for this long after the other has gone. Tuned on the signed words of the negative clips.
 */
const ALONE_MS = 1000
/**
 * A stroke does not begin before a hand has been in view for this long: raising a hand into the picture is no swipe, nor is sweeping
 * it through (BA1_FT_C.264, which takes 0.48 s).
 */
const ENTRY_MS = 500
/** Three of four fingers stretched: motion blur bends one now and then. */
const OPEN_FINGERS = 3

export const swipe: ClassifierEntry = {
  id: 'swipe',
  of: 'hand',
  labels: [NONE, 'left', 'right', 'up', 'down'],
  timing: { enterMs: 0, exitMs: 0, needsFreshStart: true, upgrades: [] },
  precedence: 'stroke',
  isQuick: true,
  options: [
    {
      kind: 'number',
      name: 'minPalmWidths',
      default: 1.5,
      min: 0.5,
      max: 5,
      unit: 'palm widths',
    },
    {
      kind: 'number',
      name: 'maxDurationMs',
      default: 400,
      min: 100,
      max: 1000,
      unit: 'ms',
    },
    {
      kind: 'choice',
      name: 'shape',
      default: 'open-hand',
      choices: ['open-hand', 'any'],
    },
  ],
  // Of a stroke that is just long enough.
  beginsAt: () => 0.5,
  create(options) {
    const limits: StrokeLimits = {
      minPalmWidths: options.number('minPalmWidths'),
      maxDurationMs: options.number('maxDurationMs'),
      needsOpenHand: options.choice('shape') === 'open-hand',
    }
    const ready: SwipeState = { phase: 'ready', trail: [], companionAtMs: -Infinity }
    return perHand<SwipeState>(ready, (state, hand, atMs, all) =>
      step(
        { ...state, companionAtMs: all.length > 1 ? atMs : state.companionAtMs },
        hand,
        atMs,
        limits,
      ),
    )
  },
}

function step(
  state: SwipeState,
  { features, bornAtMs }: SeenHand,
  atMs: number,
  limits: StrokeLimits,
): HandStep<SwipeState> {
  if (atMs - bornAtMs < ENTRY_MS) return noSwipe(state)
  const now: TrailPoint = {
    atMs,
    at: features.palmCentre,
    palmWidth: features.palmLength / PALM_LENGTH_PER_WIDTH,
    isOpen: isOpenHand(features),
  }
  const trail = [...state.trail.filter((point) => atMs - point.atMs <= limits.maxDurationMs), now]
  if (state.phase === 'locked') return waitForRest(state, trail, now)
  const isAlone = atMs - state.companionAtMs >= ALONE_MS
  const stroke = isAlone ? findStroke(trail, limits) : undefined
  if (stroke === undefined) return noSwipe({ ...state, trail })
  return reportSwipe(stroke.direction, stroke.score, {
    ...state,
    phase: 'locked',
    trail: [now],
    from: stroke.from,
    sinceMs: atMs,
    restingSinceMs: atMs,
  })
}

function waitForRest(
  state: SwipeState & { readonly phase: 'locked' },
  trail: readonly TrailPoint[],
  now: TrailPoint,
): HandStep<SwipeState> {
  const speed = palmWidthsPerS(trail)
  const restingSinceMs = speed > REST_PALM_WIDTHS_PER_S ? now.atMs : state.restingSinceMs
  const away = Math.hypot(now.at.x - state.from.x, now.at.y - state.from.y) / now.palmWidth
  const isBack = away < BACK_PALM_WIDTHS && speed <= REST_PALM_WIDTHS_PER_S
  const isOver =
    now.atMs - state.sinceMs >= MIN_LOCK_MS && (isBack || now.atMs - restingSinceMs >= REST_MS)
  const { companionAtMs } = state
  return noSwipe(
    isOver ? { phase: 'ready', trail: [now], companionAtMs } : { ...state, trail, restingSinceMs },
  )
}

/** Over the last 100 ms or the last two frames, whichever is longer. */
function palmWidthsPerS(trail: readonly TrailPoint[]): number {
  const last = trail.at(-1)
  if (last === undefined) return 0
  const earlier = trail.findLast((point) => last.atMs - point.atMs >= 100) ?? trail[0]
  if (earlier === undefined || earlier === last) return 0
  const travelled = Math.hypot(last.at.x - earlier.at.x, last.at.y - earlier.at.y)
  return (travelled / last.palmWidth / (last.atMs - earlier.atMs)) * 1000
}

function isOpenHand(features: HandFeatures): boolean {
  const { index, middle, ring, little } = extendedFingers(features)
  return [index, middle, ring, little].filter((ratio) => ratio > 0.5).length >= OPEN_FINGERS
}

const noSwipe = (state: SwipeState): HandStep<SwipeState> => ({ state, label: NONE, score: 1 })

const reportSwipe = (label: Direction, score: number, state: SwipeState): HandStep<SwipeState> => ({
  state,
  label,
  score: clamp(score, 0, 1),
})

import fc from 'fast-check'
import type { CancelReason } from '../../../src/core/gesture/gesture-event.ts'
import type { Mode } from '../../../src/core/gesture/mode.ts'
import type { TrackedHand } from '../../../src/core/hand/hand-frame.ts'
import { makeHand } from './make-hand.ts'
import type { HandOptions } from './make-hand.ts'
import type { ShapeName } from './shapes.ts'

/** What can happen to the pipeline: frames with any hands, broken ones too, and interruptions. */
export type Happening =
  | {
      readonly kind: 'frames'
      readonly afterMs: number
      readonly hands: readonly TrackedHand[]
      readonly times: number
    }
  | { readonly kind: 'mode'; readonly mode: Mode }
  | { readonly kind: 'project'; readonly index: number }
  | { readonly kind: 'cancel'; readonly reason: CancelReason }
  | { readonly kind: 'desktop'; readonly width: number; readonly left: number }

const SHAPES: readonly ShapeName[] = [
  'open-palm',
  'relaxed',
  'fist',
  'point',
  'thumbs-up',
  'victory',
  'ok',
  'three',
  'pinch-index',
  'pinch-middle',
  'pinch-ring',
  'pinch-two',
]
const COORDINATE = fc.double({ min: -0.2, max: 1.2, noNaN: true })

const handOptions: fc.Arbitrary<HandOptions> = fc.record({
  shape: fc.constantFrom(...SHAPES),
  handedness: fc.constantFrom('left' as const, 'right' as const),
  at: fc.tuple(COORDINATE, COORDINATE),
  palm: fc.constantFrom(0.15, 0.15, 0.03, 0.5),
  rollDeg: fc.constantFrom(0, 0, 0, 80, -80, 180),
  yawDeg: fc.constantFrom(0, 0, 0, 60, 180),
  score: fc.constantFrom(0.99, 0.9, 0.4, NaN),
})

/** One hand in a dozen is broken in one coordinate. */
const hand: fc.Arbitrary<TrackedHand> = fc
  .tuple(
    handOptions,
    fc.integer({ min: 0, max: 11 }),
    fc.constantFrom(NaN, Infinity, 1e308, -1e308),
  )
  .map(([options, die, poison]) => {
    const whole = makeHand(options)
    if (die !== 0) return whole
    const landmarks = whole.landmarks.map((point, index) =>
      index === 8 ? { ...point, y: poison } : point,
    )
    return { ...whole, landmarks }
  })

const frames: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constant('frames' as const),
  afterMs: fc.constantFrom(16, 33, 33, 33, 66, 100, 400, 0),
  hands: fc.array(hand, { maxLength: 2 }),
  times: fc.integer({ min: 1, max: 40 }),
})
const interruption: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    kind: fc.constant('mode' as const),
    mode: fc.constantFrom<Mode>('paused', 'watching', 'engaged', 'engaged'),
  }),
  fc.record({ kind: fc.constant('project' as const), index: fc.integer({ min: 0, max: 2 }) }),
  fc.record({
    kind: fc.constant('cancel' as const),
    reason: fc.constantFrom<CancelReason>('tracking-stopped', 'quit'),
  }),
  fc.record({
    kind: fc.constant('desktop' as const),
    width: fc.integer({ min: 1, max: 8000 }),
    left: fc.integer({ min: -8000, max: 100 }),
  }),
)

export const session: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.oneof({ weight: 6, arbitrary: frames }, { weight: 1, arbitrary: interruption }),
  { minLength: 1, maxLength: 40 },
)

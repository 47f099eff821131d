import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handFeatures } from '../../../../src/core/hand/hand-features.ts'
import type { HandFeatures } from '../../../../src/core/hand/hand-features.ts'
import { makeHand } from '../../../support/hand/make-hand.ts'
import type { HandOptions } from '../../../support/hand/make-hand.ts'
import type { ShapeName } from '../../../support/hand/shapes.ts'

const SHAPES: readonly ShapeName[] = [
  'open-palm',
  'relaxed',
  'fist',
  'point',
  'victory',
  'ok',
  'four',
  'pinch-index',
  'pinch-two',
]

function featuresOf(options: HandOptions): HandFeatures {
  const features = handFeatures(makeHand(options), options.aspectRatio ?? 4 / 3)
  if (features === undefined) throw new Error('expected a measurable hand')
  return features
}

/** What must not depend on where and how the hand is held. */
function shapeNumbers({ curlRatio, pinchRatio, ...rest }: HandFeatures): number[] {
  const { thumbReachRatio, thumbBendRad, spreadRad } = rest
  return [
    ...Object.values(curlRatio),
    ...Object.values(pinchRatio),
    thumbReachRatio,
    thumbBendRad,
    spreadRad,
  ]
}

const view = fc.record({
  rollDeg: fc.integer({ min: -180, max: 180 }),
  yawDeg: fc.integer({ min: -180, max: 180 }),
  pitchDeg: fc.integer({ min: -180, max: 180 }),
  palm: fc.double({ min: 0.03, max: 0.4, noNaN: true }),
  at: fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
  aspectRatio: fc.constantFrom(4 / 3, 16 / 9, 9 / 16),
  handedness: fc.constantFrom('left' as const, 'right' as const),
})

describe('hand features', () => {
  it('say the same of a shape however it is turned, mirrored, moved and scaled', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHAPES), view, (shape, options) => {
        const expected = shapeNumbers(featuresOf({ shape }))
        const numbers = shapeNumbers(featuresOf({ shape, ...options }))
        numbers.forEach((number, index) => expect(number).toBeCloseTo(expected[index] ?? NaN, 6))
      }),
    )
  })

  it.each([
    ['a right palm', { handedness: 'right' }, 1],
    ['a left palm', { handedness: 'left' }, 1],
    ['the back of a right hand', { handedness: 'right', yawDeg: 180 }, -1],
    ['the back of a left hand', { handedness: 'left', yawDeg: 180 }, -1],
    ['a palm upside down', { handedness: 'right', rollDeg: 180 }, 1],
    ['a hand edge on', { handedness: 'right', yawDeg: 90 }, 0],
  ] as const)('tell %s by how it faces the camera', (_, options, expected) => {
    expect(featuresOf({ shape: 'open-palm', ...options }).facingRatio).toBeCloseTo(expected, 1)
  })

  it('give roll, place and size in the picture', () => {
    const features = featuresOf({ rollDeg: 40, at: [0.25, 0.75], palm: 0.2, aspectRatio: 2 })
    expect(features.rollRad).toBeCloseTo((40 * Math.PI) / 180 - 0.05, 1)
    expect(features.palmCentre.x).toBeCloseTo(0.5)
    expect(features.palmCentre.y).toBeCloseTo(0.75)
    expect(features.palmLength).toBeCloseTo(0.2, 2)
  })

  it('keep size and anchor while a pinch closes', () => {
    const open = featuresOf({ shape: 'relaxed' })
    const closed = featuresOf({ shape: 'pinch-index' })
    expect(closed.anchor).toEqual(open.anchor)
    expect(closed.palmLength).toBeCloseTo(open.palmLength, 9)
  })

  it('refuse hands that cannot be measured', () => {
    const hand = makeHand()
    const broken = (x: number): typeof hand => ({
      ...hand,
      landmarks: hand.landmarks.map((point, index) => (index === 7 ? { ...point, x } : point)),
    })
    const flat = hand.landmarks.map(() => ({ x: 0.5, y: 0.5, z: 0 }))
    const refused = [
      broken(NaN),
      broken(Infinity),
      broken(1e300),
      { ...hand, landmarks: hand.landmarks.slice(1) },
      { ...hand, world: [] },
      { ...hand, landmarks: flat },
    ].map((one) => handFeatures(one, 4 / 3))
    expect(refused).toEqual(refused.map(() => undefined))
    expect(handFeatures(hand, NaN)).toBeUndefined()
  })
})

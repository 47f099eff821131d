import { describe, expect, it } from 'vitest'
import type { ClassifierEntry, Reading } from '../../../../src/core/classifier/classifier.ts'
import { resolveOptions, type OptionValue } from '../../../../src/core/classifier/options.ts'
import { classifiers } from '../../../../src/core/classifier/registry.ts'
import { fingerCount } from '../../../../src/core/classifier/finger-count.ts'
import { pinch } from '../../../../src/core/classifier/pinch.ts'
import { pose } from '../../../../src/core/classifier/pose.ts'
import { swipe } from '../../../../src/core/classifier/swipe.ts'
import { handFeatures } from '../../../../src/core/hand/hand-features.ts'
import { makeHand, type HandOptions } from '../../../support/hand/make-hand.ts'
import { pinchShape } from '../../../support/hand/shapes.ts'
import { inEnglish } from '../../../../src/core/sentence/sentence.ts'

/** Reads a sequence of frames, 33 ms apart unless said otherwise. */
function read(
  entry: ClassifierEntry,
  frames: readonly (readonly HandOptions[])[],
  options: Readonly<Record<string, OptionValue>> = {},
  frameMs = 33,
): readonly (readonly Reading[])[] {
  const resolved = resolveOptions(entry.options, options)
  if (!resolved.ok) throw new Error(resolved.problems.map(inEnglish).join())
  const running = entry.create(resolved.options)
  let state = running.initial
  return frames.map((hands, index) => {
    const seen = hands.flatMap((hand) => {
      const features = handFeatures(makeHand(hand), 4 / 3)
      return features ? [{ side: hand.handedness ?? 'right', bornAtMs: 0, features }] : []
    })
    const step = running.step(state, { atMs: index * frameMs, hands: seen })
    state = step.state
    return step.readings
  })
}
const labels = (
  entry: ClassifierEntry,
  frames: readonly HandOptions[],
  options?: Readonly<Record<string, OptionValue>>,
): string[] =>
  read(
    entry,
    frames.map((hand) => [hand]),
    options,
  ).map(([reading]) => reading?.label ?? '')

const BOTH_SIDES = [
  { handedness: 'right' },
  { handedness: 'left' },
  { handedness: 'right', rollDeg: 50, palm: 0.08 },
  { handedness: 'left', rollDeg: -130, yawDeg: 30 },
] as const

describe('every classifier', () => {
  it('has a label for nothing, first, and knows every label that it gives', () => {
    for (const entry of classifiers) {
      expect(entry.labels[0]).toBe('none')
      expect(new Set(entry.labels).size).toBe(entry.labels.length)
    }
  })
  it('says nothing of hands that are not there', () => {
    expect(classifiers.map((entry) => read(entry, [[]]))).toEqual(classifiers.map(() => [[]]))
  })
})

describe('finger count', () => {
  it.each(BOTH_SIDES)('counts one hand however it is held: %o', (how) => {
    const shapes = ['fist', 'point', 'victory', 'three', 'four', 'open-palm'] as const
    expect(shapes.map((shape) => labels(fingerCount, [{ ...how, shape }])[0])).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
    ])
  })
  it('counts both hands together and each alone', () => {
    const [readings] = read(fingerCount, [
      [
        { handedness: 'left', shape: 'open-palm', at: [0.3, 0.5] },
        { handedness: 'right', shape: 'three', at: [0.7, 0.5] },
      ],
    ])
    expect(readings?.map(({ hand, label }) => [hand, label])).toEqual([
      ['left', '5'],
      ['right', '3'],
      ['both', '8'],
    ])
  })
  it('leaves out the thumb when told to', () => {
    expect(labels(fingerCount, [{ shape: 'open-palm' }], { countsThumb: false })).toEqual(['4'])
  })
  it('says none when it is less sure than it has to be', () => {
    expect(labels(fingerCount, [{ shape: 'relaxed' }], { minCertainty: 0.9 })).toEqual(['none'])
  })
  it('does not count the thumb that makes a ring', () => {
    expect(labels(fingerCount, [{ shape: 'ok' }])).toEqual(['3'])
  })
})

describe('poses', () => {
  it.each(BOTH_SIDES)('are known however the hand is held: %o', (how) => {
    const shapes = ['fist', 'open-palm', 'point', 'victory', 'ok'] as const
    expect(shapes.map((shape) => labels(pose, [{ ...how, shape }])[0])).toEqual(shapes)
  })
  it.each(['right', 'left'] as const)(
    'know thumbs of the %s hand by where they point',
    (handedness) => {
      const turn = handedness === 'right' ? 1 : -1
      const seen = [80, -100, 0].map(
        (rollDeg) => labels(pose, [{ handedness, shape: 'thumbs-up', rollDeg: rollDeg * turn }])[0],
      )
      expect(seen).toEqual(['thumbs-up', 'thumbs-down', 'none'])
    },
  )
  it('are none for three and four fingers', () => {
    expect(labels(pose, [{ shape: 'three' }, { shape: 'four' }])).toEqual(['none', 'none'])
  })
})

describe('pinch', () => {
  it.each(BOTH_SIDES)('knows the finger however the hand is held: %o', (how) => {
    const fingers = ['index', 'middle', 'ring', 'little', 'two'] as const
    const seen = fingers.map((finger) => labels(pinch, [{ ...how, shape: `pinch-${finger}` }])[0])
    expect(seen).toEqual(fingers)
  })
  it('is none for open hands, fists and pointing', () => {
    const shapes = ['relaxed', 'open-palm', 'fist', 'point', 'victory', 'thumbs-up'] as const
    expect(
      labels(
        pinch,
        shapes.map((shape) => ({ shape })),
      ),
    ).toEqual(shapes.map(() => 'none'))
  })
  it('has to open farther than it closed: no flicker on the threshold', () => {
    const closed = [1, 0.9, 0.8, 0.68, 0.8, 0.68, 0.4, 0.68].map((ratio) => ({
      shape: pinchShape('index', ratio),
    }))
    expect(labels(pinch, closed)).toEqual([
      'index',
      'index',
      'index',
      'index',
      'index',
      'index',
      'none',
      'none',
    ])
  })
  it('does not begin in a hand that flies', () => {
    const frames = [0.2, 0.4, 0.6].map((x) => ({ shape: 'pinch-index', at: [x, 0.5] }) as const)
    expect(labels(pinch, [{ shape: 'relaxed', at: [0.1, 0.5] }, ...frames])).toEqual([
      'none',
      'none',
      'none',
      'none',
    ])
  })
})

describe('swipe', () => {
  const stroke = (dx: number, dy: number, frames = 7): HandOptions[] =>
    Array.from({ length: frames + 1 }, (_, index) => ({
      shape: 'open-palm',
      at: [0.5 + (dx * index) / frames, 0.5 + (dy * index) / frames],
    }))
  const rest = (x: number, y: number, frames: number): HandOptions[] =>
    Array.from({ length: frames }, () => ({ shape: 'open-palm', at: [x, y] }))
  const said = (frames: readonly HandOptions[], options?: Record<string, OptionValue>): string[] =>
    // Entering is over when it begins.
    labels(swipe, [...rest(0.5, 0.5, 16), ...frames], options).filter((label) => label !== 'none')

  it('is not a hand that is raised into the picture', () => {
    expect(labels(swipe, stroke(0, -0.3)).filter((label) => label !== 'none')).toEqual([])
  })
  it.each([
    ['left', -0.25, 0],
    ['right', 0.25, 0],
    ['up', 0, -0.3],
    ['down', 0, 0.3],
  ] as const)('goes %s in the direction of the user', (direction, dx, dy) => {
    expect(said(stroke(dx, dy))).toEqual([direction])
  })
  it('is not a movement that is short, slow or slanted', () => {
    expect(said(stroke(0.08, 0))).toEqual([])
    expect(said(stroke(0.25, 0, 60))).toEqual([])
    expect(said(stroke(0.2, 0.2 * (4 / 3)))).toEqual([])
  })
  it('needs an open hand unless told otherwise', () => {
    const pointing = stroke(0.25, 0).map((hand) => ({ ...hand, shape: 'point' as const }))
    expect(said(pointing)).toEqual([])
    expect(said(pointing, { shape: 'any' })).toEqual(['right'])
  })
  it('ignores the return stroke and takes the next swipe', () => {
    const back = stroke(-0.25, 0).map(({ at = [0, 0] }) => ({
      shape: 'open-palm' as const,
      at: [at[0] + 0.25, at[1]] as const,
    }))
    const twice = [...stroke(0.25, 0), ...back, ...rest(0.5, 0.5, 20), ...stroke(0.25, 0)]
    expect(said(twice)).toEqual(['right', 'right'])
  })
  it('goes the other way after a rest where it ended', () => {
    const back = stroke(-0.25, 0).map(({ at = [0, 0] }) => ({
      shape: 'open-palm' as const,
      at: [at[0] + 0.25, at[1]] as const,
    }))
    expect(said([...stroke(0.25, 0), ...rest(0.75, 0.5, 40), ...back])).toEqual(['right', 'left'])
  })
})

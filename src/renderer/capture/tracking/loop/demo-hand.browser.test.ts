import { expect, test } from 'vitest'
import { handFeatures, type HandFeatures } from '../../../../core/hand/hand-features.ts'
import { openDemoScene } from '../../camera/demo/demo-scene.ts'
import { blendPoses } from '../../camera/demo/hand-pose.ts'
import { poseLibrary, type PoseName } from '../../camera/demo/pose-library.ts'
import { askTracker } from '../../../testing/ask-tracker.ts'
import type { SeenHand } from '../trackers/hand-tracker.ts'
import { mirrorOnce } from '../trackers/mirror-once.ts'

const MORPH_PICTURES = 3
const HELD_PICTURES = 6
const PINCHED = 0.25
const APART = 0.6
const STRAIGHT = 0.3
const CURLED = 0.6

interface Seen {
  /** Hands in the pictures in which the shape was held, and their features. */
  readonly hands: readonly SeenHand[]
  readonly held: readonly HandFeatures[]
}

/** Shows the real tracker how the demo hand goes from one shape to another, holds it and moves a little. */
function see(from: PoseName, to: PoseName, handedness: 'left' | 'right'): Promise<Seen> {
  const key = `${from} ${to} ${handedness}`
  const seen = shownBefore.get(key) ?? show(from, to, handedness)
  shownBefore.set(key, seen)
  return seen
}
/** The same pictures give the same hands; looking once is enough. */
const shownBefore = new Map<string, Promise<Seen>>()

async function show(from: PoseName, to: PoseName, handedness: 'left' | 'right'): Promise<Seen> {
  const canvas = document.createElement('canvas')
  const scene = await openDemoScene(canvas)
  const pictures: ImageBitmap[] = []
  for (let index = 0; index < MORPH_PICTURES + HELD_PICTURES; index++) {
    const ratio = Math.min(1, index / MORPH_PICTURES)
    const x = 0.6 + 0.01 * Math.max(0, index - MORPH_PICTURES)
    const pose = blendPoses(poseLibrary[from], poseLibrary[to], ratio)
    scene.draw({ handedness, pose, x: handedness === 'right' ? x : 1 - x, y: 0.5 })
    pictures.push(await createImageBitmap(canvas))
  }
  scene.close()
  const { hands } = await askTracker({ pictures })
  const own = hands.slice(-HELD_PICTURES).flat()
  const held = own.flatMap((hand) => {
    const features = handFeatures(mirrorOnce(hand, false), 4 / 3)
    return features ? [features] : []
  })
  return { hands: own, held }
}

const names = Object.keys(poseLibrary) as PoseName[]
const startOf = (name: PoseName): PoseName =>
  name.startsWith('pinch-') && name !== 'pinch-index-open' ? 'pinch-index-open' : 'open-palm'

const shown = [
  ...names.map((name) => [name, 'right'] as const),
  ...(['open-palm', 'point', 'fist', 'thumbs-up'] as const).map((name) => [name, 'left'] as const),
]
test.each(shown)('the tracker finds %s of the %s hand, and is sure', async (name, handedness) => {
  const { hands } = await see(startOf(name), name, handedness)
  expect(hands.map((hand) => hand.handedness)).toEqual(Array(HELD_PICTURES).fill(handedness))
  const scores = hands.map(({ score }) => score)
  // The first picture after the change may still be doubtful.
  expect(scores.filter((score) => score > 0.8).length).toBeGreaterThanOrEqual(HELD_PICTURES - 1)
})

test.each([
  ['pinch-index', ['index']],
  ['pinch-middle', ['middle']],
  ['pinch-ring', ['ring']],
  ['pinch-two', ['index', 'middle']],
] as const)('%s brings just these tips to the thumb: %s', async (name, touching) => {
  const { held } = await see('pinch-index-open', name, 'right')
  const fingers = ['index', 'middle', 'ring', 'little'] as const
  const typical = Object.fromEntries(
    fingers.map((finger) => [finger, median(held.map(({ pinchRatio }) => pinchRatio[finger]))]),
  )
  for (const finger of fingers) {
    const isTouching = touching.some((touched) => touched === finger)
    if (isTouching) expect(typical[finger]).toBeLessThan(PINCHED)
    else expect(typical[finger]).toBeGreaterThan(APART)
  }
})

test('the open pinch is open', async () => {
  const { held } = await see('open-palm', 'pinch-index-open', 'right')
  expect(Math.min(...held.map(({ pinchRatio }) => pinchRatio.index))).toBeGreaterThan(APART)
})

test.each([
  ['open-palm', { index: 'straight', middle: 'straight', ring: 'straight', little: 'straight' }],
  ['point', { index: 'straight', middle: 'curled', ring: 'curled', little: 'curled' }],
  ['victory', { index: 'straight', middle: 'straight', ring: 'curled', little: 'curled' }],
  ['fist', { index: 'curled', middle: 'curled', ring: 'curled', little: 'curled' }],
  ['thumbs-up', { index: 'curled', middle: 'curled', ring: 'curled', little: 'curled' }],
  ['thumbs-down', { index: 'curled', middle: 'curled', ring: 'curled', little: 'curled' }],
] as const)('%s bends the fingers it should', async (name, expected) => {
  const { held } = await see('open-palm', name, 'right')
  const seen = Object.fromEntries(
    (['index', 'middle', 'ring', 'little'] as const).map((finger) => {
      const curl = median(held.map(({ curlRatio }) => curlRatio[finger]))
      return [finger, curl < STRAIGHT ? 'straight' : curl > CURLED ? 'curled' : `between (${curl})`]
    }),
  )
  expect(seen).toEqual(expected)
})

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN
}

import { expect, it } from 'vitest'
import { flatFromPoints } from '../../core/geometry/flat-points.ts'
import type { TrackedHand } from '../../core/hand/hand-frame.ts'
import { frameMessageSchema, validHands } from './frame-message.ts'

const points = (x: number): { x: number; y: number; z: number }[] =>
  Array.from({ length: 21 }, (_, index) => ({ x: index === 8 ? x : 0.5, y: 0.5, z: 0 }))
const hand = (more: Partial<TrackedHand>): TrackedHand => ({
  handedness: 'left',
  score: 0.9,
  landmarks: points(0.4),
  world: points(0.01),
  ...more,
})

it('leaves out hands that are nowhere, and keeps the others', () => {
  const bad = [
    hand({ landmarks: points(Number.NaN) }),
    hand({ world: points(Infinity) }),
    hand({ landmarks: [] }),
    hand({ score: Number.NaN }),
  ]
  const [landmarks, world] = [points(0.4), points(0.01)].map(flatFromPoints)
  expect(validHands([...bad, hand({})])).toEqual([
    { handedness: 'left', score: 0.9, landmarks, world },
  ])
})

it('lets through what the wire takes, and no more than two', () => {
  const hands = validHands([hand({}), hand({}), hand({})])
  const times = { sequence: 0, atMs: 0, capturedAtMs: 1, waitMs: 0, detectMs: 0 }
  const parsed = frameMessageSchema.safeParse({ ...times, aspectRatio: 1, hands })
  expect([hands.length, parsed.success]).toEqual([2, true])
})

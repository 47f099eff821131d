import { createPointSmoother } from '../../core/body/smooth-points.ts'
import type { Smoothing } from '../../core/filter/point-filter.ts'
import type { HandResult } from './pose-result.ts'

/** Smooths each side's hand on its own; a hand that was away starts afresh. */
export function createHandSmoother(
  smoothing: Smoothing,
): (hands: readonly HandResult[], atMs: number) => readonly HandResult[] {
  type Sides = ReadonlyMap<HandResult['handedness'], (hand: HandResult, atMs: number) => HandResult>
  let sides: Sides = new Map()
  return (hands, atMs) => {
    sides = new Map(
      hands.map(({ handedness }) => [handedness, sides.get(handedness) ?? createSide(smoothing)]),
    )
    return hands.map((hand) => sides.get(hand.handedness)?.(hand, atMs) ?? hand)
  }
}

function createSide(smoothing: Smoothing): (hand: HandResult, atMs: number) => HandResult {
  const [landmarks, world] = [createPointSmoother(smoothing), createPointSmoother(smoothing)]
  return (hand, atMs) => ({
    ...hand,
    landmarks: landmarks(hand.landmarks, atMs),
    world: world(hand.world, atMs),
  })
}

import { LETTER_POINTS } from '../../src/core/classifier/letters/letter-points.ts'

/**
 * What most public fingerspelling projects do: landmarks in the picture, relative to the wrist, divided by the largest of
 * them, and the label of the nearest example.
 */
export interface Example {
  readonly source: string
  readonly label: string
  readonly values: Float32Array
}

const HAND_VALUES = LETTER_POINTS / 2

export function wristRelative(points: Float32Array): Float32Array {
  const right = points.subarray(HAND_VALUES)
  const hand = right.some((value) => value !== 0) ? right : points.subarray(0, HAND_VALUES)
  const relative = hand.map((value, at) => value - (hand[at % 3] ?? 0))
  const largest = relative.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6)
  return relative.map((value) => value / largest)
}

/** Of the examples of other sources. */
export function nearestLabel(
  values: Float32Array,
  source: string,
  examples: readonly Example[],
): string {
  let nearest = Infinity
  let label = 'none'
  for (const example of examples) {
    if (example.source === source) continue
    let distance = 0
    for (let at = 0; at < HAND_VALUES && distance < nearest; at++) {
      const difference = (values[at] ?? 0) - (example.values[at] ?? 0)
      distance += difference * difference
    }
    if (distance < nearest) [nearest, label] = [distance, example.label]
  }
  return label
}

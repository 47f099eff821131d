import { FINGERS } from '../hand/landmark.ts'
import type { ClassifierEntry, Reading, SeenHand } from './classifier.ts'
import { NONE } from './classifier.ts'
import { extendedFingers, extensionCertainty, isExtended } from './extended-fingers.ts'

const MOST = 10

/** Counts stretched fingers: each hand for itself (0..5), and with two hands in view both together (0..10). */
export const fingerCount: ClassifierEntry = {
  id: 'finger-count',
  of: 'hand',
  labels: [NONE, ...Array.from({ length: MOST + 1 }, (_, count) => `${count}`)],
  timing: { enterMs: 60, exitMs: 100, needsFreshStart: false, upgrades: [] },
  precedence: 'shape',
  isQuick: false,
  options: [
    { kind: 'boolean', name: 'countsThumb', default: true },
    {
      kind: 'number',
      name: 'minCertainty',
      default: 0,
      min: 0,
      max: 1,
      unit: 'ratio',
    },
  ],
  beginsAt: (_label, options) => options.number('minCertainty'),
  create(options) {
    const countsThumb = options.boolean('countsThumb')
    const minCertainty = options.number('minCertainty')
    return {
      initial: undefined,
      step: (_state, { hands }) => {
        const counts = hands.map((hand) => countHand(hand, countsThumb))
        const readings = counts.map(({ hand, count, score }) =>
          score < minCertainty ? { hand, label: NONE, score } : { hand, label: `${count}`, score },
        )
        return { state: undefined, readings: [...readings, ...bothHands(counts, minCertainty)] }
      },
    }
  },
}

interface Count {
  readonly hand: SeenHand['side']
  readonly count: number
  readonly score: number
}

function countHand({ side, features }: SeenHand, countsThumb: boolean): Count {
  const extension = extendedFingers(features)
  let count = countsThumb && isExtended(extension.thumb) ? 1 : 0
  for (const finger of FINGERS) if (isExtended(extension[finger])) count += 1
  return { hand: side, count, score: extensionCertainty(extension) }
}

function bothHands(counts: readonly Count[], minCertainty: number): readonly Reading[] {
  const [first, second] = counts
  if (!first || !second) return []
  const score = Math.min(first.score, second.score)
  const label = score < minCertainty ? NONE : `${first.count + second.count}`
  return [{ hand: 'both', label, score }]
}

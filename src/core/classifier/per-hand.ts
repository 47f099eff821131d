import type { Handedness } from '../hand/hand-frame.ts'
import type { Reading, RunningClassifier, SeenHand } from './classifier.ts'

export interface HandStep<State> {
  readonly state: State
  readonly label: string
  readonly score: number
}

interface Memory<State> {
  readonly bornAtMs: number
  readonly state: State
}
type Memories<State> = Readonly<Record<Handedness, Memory<State> | undefined>>

/** Makes a classifier of a step that looks at one hand: each hand has its own memory, and a new hand starts afresh. */
export function perHand<State>(
  initial: State,
  step: (state: State, hand: SeenHand, atMs: number, all: readonly SeenHand[]) => HandStep<State>,
): RunningClassifier<Memories<State>> {
  return {
    initial: { left: undefined, right: undefined },
    step(memories, { atMs, hands }) {
      const next: Record<Handedness, Memory<State> | undefined> = { ...memories }
      const readings: Reading[] = []
      for (const hand of hands) {
        const memory = memories[hand.side]
        const before = memory?.bornAtMs === hand.bornAtMs ? memory.state : initial
        const { state, label, score } = step(before, hand, atMs, hands)
        next[hand.side] = { bornAtMs: hand.bornAtMs, state }
        readings.push({ hand: hand.side, label, score })
      }
      return { state: next, readings }
    },
  }
}

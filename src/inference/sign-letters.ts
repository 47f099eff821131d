import { NOTHING_SPELT, spell } from '../core/classifier/letters/letter-speller.ts'
import type { Spelling } from '../core/classifier/letters/letter-speller.ts'
import { EMPTY_RING, pushFrame, windowOf } from '../core/classifier/letters/letter-window.ts'
import type { SeenPoints } from '../core/classifier/letters/letter-window.ts'
import { areBothRaised, signingPalm } from '../core/classifier/letters/signing-palm.ts'
import type { LetterModel } from './letter-model.ts'
import { createTurnQueue } from '../node/serial-queue.ts'

export interface ReadLetter {
  readonly spelling: Spelling
  /** Of A to Z and none, in this frame alone; undefined without a hand. */
  readonly probabilities: Float32Array | undefined
}

/** Letters out of hand frames. */
export interface SignLetters {
  /** What is being signed, in this frame and those before it. Each frame waits for the one before. */
  step(seen: SeenPoints): Promise<ReadLetter>
  /** Forgets what was seen: another person, another target, another camera. */
  reset(): void
}

/** Reads one person's hand. Several may share a model: it is asked by one at a time. */
export function createSignLetters(model: LetterModel): SignLetters {
  let ring = EMPTY_RING
  let state = NOTHING_SPELT
  let resets = 0
  // A frame without a hand asks no network: it would be told before the hands that came earlier.
  const inTurn = createTurnQueue()
  return {
    step: (seen) => {
      ring = pushFrame(ring, seen)
      const palm = signingPalm(seen.points)
      const window = ring
      const resetsBefore = resets
      return inTurn(async () => {
        const probabilities = palm && (await model.run((input) => windowOf(window, input)))
        // What was asked before a reset is answered, but remembered no more.
        const before = resetsBefore === resets ? state : NOTHING_SPELT
        const result = spell(before, {
          ...{ atMs: seen.atMs, probabilities, palm },
          areBothRaised: areBothRaised(seen.points),
        })
        if (resetsBefore === resets) state = result.state
        return { spelling: result.spelling, probabilities }
      })
    },
    reset: () => {
      resets += 1
      ring = EMPTY_RING
      state = NOTHING_SPELT
    },
  }
}

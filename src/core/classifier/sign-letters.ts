import type { ClassifierEntry, SeenHand } from './classifier.ts'
import { NONE } from './classifier.ts'
import { LETTERS } from './letters/letters.ts'

export const SIGN_LETTERS = 'sign-letters'

/**
 * Letters of the American manual alphabet. The network that reads them runs outside the core, where models may; what it
 * heard comes in with the frame. It has smoothed it and waited already, and parts double letters by a frame of none.
 */
export const signLetters: ClassifierEntry = {
  id: SIGN_LETTERS,
  of: 'hand',
  labels: [NONE, ...LETTERS],
  timing: { enterMs: 0, exitMs: 0, needsFreshStart: false, upgrades: [] },
  precedence: undefined,
  isQuick: false,
  options: [],
  // The network has made up its mind before.
  beginsAt: () => 0,
  create: () => ({
    initial: undefined,
    step: (_state, { hands, letter }) => {
      const signing = signingHand(hands)
      const readings = hands.map((hand) =>
        hand === signing && letter !== undefined
          ? { hand: hand.side, ...letter }
          : { hand: hand.side, label: NONE, score: 1 },
      )
      return { state: undefined, readings }
    },
  }),
}

/** Of two hands the one that is higher up: the other one rests. As the network chooses. */
function signingHand(hands: readonly SeenHand[]): SeenHand | undefined {
  return hands.toSorted((a, b) => a.features.palmCentre.y - b.features.palmCentre.y)[0]
}

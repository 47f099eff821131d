import type { HandTrack } from './hand-tracks.ts'

/** Why a hand that is seen may begin nothing; what it has begun goes on. */
export type HandGate = 'open' | 'bystander' | 'too-close' | 'too-far' | 'cut-off' | 'unclear'

/** A palm longer than this share of the image's height leaves its hand no room to move. */
const TOO_CLOSE_PALM = 0.42
/** A palm shorter than this is a dozen pixels in a 480-line picture: landmarks get coarse. */
const TOO_FAR_PALM = 0.04
/** With this share of its landmarks guessed beyond the picture's edge, a hand may have any shape. */
const CUT_OFF_RATIO = 0.25
/** Of the tracker's 0..1 for left or right: a little better than a coin. Chosen, not measured. */
const UNCLEAR_SCORE = 0.6

export function handGate({ features, score, isBystander }: HandTrack): HandGate {
  if (isBystander) return 'bystander'
  if (features.palmLength > TOO_CLOSE_PALM) return 'too-close'
  if (features.palmLength < TOO_FAR_PALM) return 'too-far'
  if (features.outsideRatio > CUT_OFF_RATIO) return 'cut-off'
  return score < UNCLEAR_SCORE ? 'unclear' : 'open'
}

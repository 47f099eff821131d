import type { Mode } from './gesture/mode.ts'
import type { HandTracks } from './gesture/hand-tracks.ts'

/** A palm longer than this share of the image's height leaves its hand no room to move. */
const TOO_CLOSE_PALM = 0.42
/** A palm shorter than this is a dozen pixels in a 480-line picture: landmarks get coarse. */
const TOO_FAR_PALM = 0.04

/** Why nothing acts, as far as the hands tell. */
export function hintFor(mode: Mode, { left, right }: HandTracks): string | undefined {
  if (mode === 'paused') return 'Paused.'
  const palm = Math.max(left?.features.palmLength ?? 0, right?.features.palmLength ?? 0)
  if (palm > TOO_CLOSE_PALM) return 'Your hand is too close to the camera.'
  if (palm > 0 && palm < TOO_FAR_PALM) return 'Your hand is too far from the camera.'
  if (mode === 'watching') return 'Hold up an open palm to take control.'
  return palm === 0 ? 'Show a hand to the camera.' : undefined
}

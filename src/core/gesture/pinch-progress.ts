import { clamp } from '../geometry/vector.ts'
import { handGate } from '../hand/hand-gate.ts'
import type { HandTracks } from '../hand/hand-tracks.ts'

/** Nearer than this a finger is on its way to the thumb: a relaxed hand keeps them farther apart. Palm lengths. */
const BEGINS_PALMS = 0.55
/** Where the tips touch, as the pinch classifier has it by default. */
const TOUCHES_PALMS = 0.3
/** In a fist and when pointing, the index finger is rolled up past the thumb. */
const ROLLED_UP_CURL = 0.86
/** Shown in steps: the last digits of a distance are noise, and every change is a message. */
const STEPS = 20

/** How far the nearest of the hands that may act has closed index finger and thumb: 0 apart .. 1 touching. */
export function pinchProgress({ left, right }: HandTracks): number {
  const ratios = [left, right].map((track) => {
    if (track?.absentMs !== 0 || handGate(track) !== 'open') return 0
    const { pinchRatio, curlRatio } = track.features
    if (curlRatio.index > ROLLED_UP_CURL) return 0
    return clamp((BEGINS_PALMS - pinchRatio.index) / (BEGINS_PALMS - TOUCHES_PALMS), 0, 1)
  })
  return Math.round(Math.max(...ratios) * STEPS) / STEPS
}

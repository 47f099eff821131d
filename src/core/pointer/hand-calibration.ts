import type { PinchLimits } from '../classifier/pinch.ts'
import type { PlanePoint } from '../geometry/plane.ts'
import type { ScreenRect } from '../geometry/point.ts'
import { clamp } from '../geometry/vector.ts'
import type { Handedness } from '../hand/hand-frame.ts'
import type { PointerSettings } from './pointer-settings.ts'

/** What calibrating one hand has found out about it. */
export interface HandCalibration {
  /** How much the hand trembles when it rests: standard deviation per axis, in palm lengths. */
  readonly restNoisePalms: number
  /** Of the 1€ filter, for that trembling. */
  readonly minCutoffHz: number
  /** Where the hand gets without stretching. The centre in shares of the picture, 0..1. */
  readonly reach: {
    readonly widthPalms: number
    readonly heightPalms: number
    readonly centre: { readonly x: number; readonly y: number }
  }
  /** Absent: the fingers never came clearly together and apart; the project's thresholds hold. */
  readonly pinch?: PinchLimits | undefined
}

export type Calibrations = Readonly<Partial<Record<Handedness, HandCalibration | undefined>>>

/** The box of the shipped projects: a project that asks for more or less of it gets as much more or less of the reach. */
const USUAL_BOX_PALMS = 2.6
const SMALLEST_BOX_PALMS = 0.8
const LARGEST_BOX_PALMS = 5

/** How to point with this hand: what the project says, fitted to the hand. */
export interface FittedPointer {
  readonly settings: PointerSettings
  /** Where the box begins, in image heights; undefined: where hands usually are. */
  readonly neutral: PlanePoint | undefined
  /** How far a resting hand's trembling may get without moving the cursor, in palm lengths. */
  readonly restZonePalms: number
}

/** Of the recordings (evals/pointing/hand-noise.ts), and the cut-off and dead zone that were tuned for it with evals/pointing.ts. */
export const USUAL_NOISE_PALMS = 0.0056
export const USUAL_CUTOFF_HZ = 2.5
export const USUAL_REST_ZONE_PALMS = 0.03
/** From 6 to 25 pixels of the usual box on a desktop 1080 high: less is not seen, with more small targets are hard to hit. */
const REST_ZONE_LIMITS = [0.015, 0.06] as const

export function fitToHand(
  settings: PointerSettings,
  calibration: HandCalibration | undefined,
  desktop: ScreenRect,
  aspectRatio: number,
): FittedPointer {
  if (calibration === undefined) {
    return { settings, neutral: undefined, restZonePalms: USUAL_REST_ZONE_PALMS }
  }
  const { reach, minCutoffHz } = calibration
  const palms = Math.min(reach.heightPalms, (reach.widthPalms * desktop.height) / desktop.width)
  const wished = settings.boxHeightPalms / USUAL_BOX_PALMS
  return {
    settings: {
      ...settings,
      minCutoffHz,
      boxHeightPalms: clamp(palms, SMALLEST_BOX_PALMS, LARGEST_BOX_PALMS) * wished,
    },
    neutral: { x: reach.centre.x * aspectRatio, y: reach.centre.y },
    restZonePalms: restZoneFor(calibration),
  }
}

/** In proportion to what the filter leaves of the trembling: its cut-off can only be lowered and raised so far. */
function restZoneFor({ restNoisePalms, minCutoffHz }: HandCalibration): number {
  const left = (restNoisePalms / USUAL_NOISE_PALMS) * Math.sqrt(minCutoffHz / USUAL_CUTOFF_HZ)
  return clamp(USUAL_REST_ZONE_PALMS * left, ...REST_ZONE_LIMITS)
}

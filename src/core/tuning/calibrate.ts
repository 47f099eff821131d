import { USUAL_CUTOFF_HZ, USUAL_NOISE_PALMS } from '../pointer/hand-calibration.ts'
import type { HandCalibration } from '../pointer/hand-calibration.ts'
import type { PinchLimits } from '../classifier/pinch.ts'
import { clamp } from '../geometry/vector.ts'
import { say } from '../sentence/say.ts'
import type { Sentence } from '../sentence/sentence.ts'
import type { CalibrationSample } from './calibration-sample.ts'
import { mean, noiseAboutLine, quantile } from './statistics.ts'

/** What was recorded of one hand, part by part. */
export interface CalibrationRecording {
  /** The hand held still. */
  readonly rest: readonly CalibrationSample[]
  /** The hand moved about as far as is comfortable. */
  readonly reach: readonly CalibrationSample[]
  /** Thumb and index finger put together and apart a few times. */
  readonly pinch: readonly CalibrationSample[]
}

export type CalibrationOutcome =
  | { readonly kind: 'calibrated'; readonly calibration: HandCalibration }
  /** Nothing sensible came of it: what was there before holds. The message is for people. */
  | { readonly kind: 'unusable'; readonly message: Sentence }

const FEWEST_SAMPLES = 20
/** Below, a cursor lags by a tenth of a second and more; above, the filter is as good as off at rest. */
const LOWEST_CUTOFF_HZ = 1
const HIGHEST_CUTOFF_HZ = 4
/** A hand that moved as little did not show its reach. */
const LEAST_REACH_PALMS = 0.8
/** The ends of a reach are taken where hands come often, not where they came once. */
const REACH_TAIL = 0.04
/** Where between touching and open a pinch begins and ends: on the usual hand (0.15 and 0.9) the shipped 0.3 and 0.45. */
const TOUCH_SHARE = 0.2
const PART_SHARE = 0.4
const CLEARLY_APART_PALMS = 0.25
const TOUCH_LIMITS = [0.15, 0.45] as const
const PART_LIMITS = [0.25, 0.7] as const
const LEAST_HYSTERESIS = 0.08

/** Turns a recording into settings for the hand, every one within limits that can be worked with. */
export function calibrate({ rest, reach, pinch }: CalibrationRecording): CalibrationOutcome {
  if (rest.length < FEWEST_SAMPLES || reach.length < FEWEST_SAMPLES) {
    return unusableCalibration(say('Your hand was not seen long enough. Nothing was changed.'))
  }
  const restNoisePalms = restNoise(rest)
  const seen = reachOf(reach)
  if (Math.max(seen.widthPalms, seen.heightPalms) < LEAST_REACH_PALMS) {
    return unusableCalibration(say('Your hand hardly moved. Nothing was changed.'))
  }
  if (![restNoisePalms, seen.widthPalms, seen.heightPalms].every(Number.isFinite)) {
    return unusableCalibration(say('Your hand was not seen clearly. Nothing was changed.'))
  }
  return {
    kind: 'calibrated',
    calibration: {
      restNoisePalms,
      minCutoffHz: cutoffFor(restNoisePalms),
      reach: {
        ...seen,
        widthPalms: Math.max(seen.widthPalms, LEAST_REACH_PALMS),
        heightPalms: Math.max(seen.heightPalms, LEAST_REACH_PALMS),
      },
      pinch: pinchLimits(pinch),
    },
  }
}

const unusableCalibration = (message: Sentence): CalibrationOutcome => ({
  kind: 'unusable',
  message,
})

function restNoise(samples: readonly CalibrationSample[]): number {
  const palm = mean(samples.map(({ palmLength }) => palmLength))
  const atMs = samples.map((sample) => sample.atMs)
  const noiseOf = (values: readonly number[]): number => noiseAboutLine(atMs, values) / palm
  const x = noiseOf(samples.map(({ anchor }) => anchor.x))
  const y = noiseOf(samples.map(({ anchor }) => anchor.y))
  return Math.hypot(x, y) / Math.SQRT2
}

/** What passes a low-pass grows with the root of its cut-off: twice the trembling takes a quarter of the cut-off. */
const cutoffFor = (noisePalms: number): number =>
  clamp(
    USUAL_CUTOFF_HZ * (USUAL_NOISE_PALMS / Math.max(noisePalms, 1e-6)) ** 2,
    LOWEST_CUTOFF_HZ,
    HIGHEST_CUTOFF_HZ,
  )

function reachOf(samples: readonly CalibrationSample[]): HandCalibration['reach'] {
  const palm = mean(samples.map(({ palmLength }) => palmLength))
  const x = samples.map(({ anchor, aspectRatio }) => anchor.x / aspectRatio)
  const y = samples.map(({ anchor }) => anchor.y)
  const aspectRatio = samples[0]?.aspectRatio ?? 1
  const [left, right] = [quantile(x, REACH_TAIL), quantile(x, 1 - REACH_TAIL)]
  const [top, bottom] = [quantile(y, REACH_TAIL), quantile(y, 1 - REACH_TAIL)]
  return {
    widthPalms: ((right - left) * aspectRatio) / palm,
    heightPalms: (bottom - top) / palm,
    centre: { x: clamp((left + right) / 2, 0, 1), y: clamp((top + bottom) / 2, 0, 1) },
  }
}

/** Half the time the fingers are apart, and some of it together: the ends of what was shown, not its extremes. */
function pinchLimits(samples: readonly CalibrationSample[]): PinchLimits | undefined {
  if (samples.length < FEWEST_SAMPLES) return undefined
  const ratios = samples.map(({ pinchRatio }) => pinchRatio)
  const closed = quantile(ratios, 0.08)
  const open = quantile(ratios, 0.85)
  if (!(open - closed >= CLEARLY_APART_PALMS)) return undefined
  const touchRatio = clamp(closed + TOUCH_SHARE * (open - closed), ...TOUCH_LIMITS)
  const wanted = clamp(closed + PART_SHARE * (open - closed), ...PART_LIMITS)
  return { touchRatio, partRatio: Math.max(wanted, touchRatio + LEAST_HYSTERESIS) }
}

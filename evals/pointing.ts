import { existsSync, globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { shippedProject } from '../test/support/hand/stage.ts'
import { madeClickShifts } from './pointing/click-shift.ts'
import type { ClickShift } from './pointing/click-shift.ts'
import { PALM } from './pointing/hand-noise.ts'
import { measureResponse } from './pointing/response.ts'
import { realClickShifts } from './pointing/real-click-shift.ts'
import { restWindows } from './pointing/rest-windows.ts'
import type { RestWindow } from './pointing/rest-windows.ts'
import { runSequence } from './pointing/tapping-test.ts'
import {
  asItIs,
  createOurs,
  createPlain,
  exponentialAverage,
  meanOfThree,
} from './pointing/techniques.ts'
import type { Technique } from './pointing/techniques.ts'
import { AS_GUESSED } from './pointing/simulated-user.ts'
import { openHandSource, parseTrackerName, type HandSource } from './support/hand-source.ts'
import type { PointingCondition, PointingTestFigures } from '../src/core/tuning/pointing-test.ts'
import { frameOfPicture } from './support/picture-frame.ts'

/*
 * How well the pointer points: `npm run eval -- pointing [--seeds N] [--latency MS] [--tracker mediapipe]`
 *
 * A simulated user (evals/pointing/simulated-user.ts, with sources) does the multi-directional tapping test of ISO 9241-411 with
 * the shipped desktop project, with the plain mapping of hand-mouse scripts, with an exponential average on it, and with
 * MotionInput's mean of three frames. The camera sees 30 frames per second with the noise of real recordings
 * (evals/pointing/hand-noise.ts). All have the same latency: 57 ms of tasks-vision (CPU, full model, one hand, median on two
 * cores without a GPU) and 13 ms for camera, transport and output. The native tracker is faster; `--latency` takes what
 * `npm run bench -- latency` prints for it.
 *
 * What is from the literature: the profile of reaches, submovements, their errors, the reaction time, how durations grow. From our own
 * recordings: the noise of a tracked hand. Guesses, set once and not fitted to people: how sure a user wants to be before
 * pinching, how long a pinch closes and opens, how far it throws the palm. `npm run eval -- pointing` prints what becomes of the
 * figure when each guess is half as large, and half as large again.
 *
 * Limits: the user does not tire, knows each technique's mean throw, gain and delay, always pinches cleanly, and never meets a
 * tracker that loses the hand. Screen and mouse are perfect. So only what is relative means anything: which technique a user of
 * the same skill does better with, and by how much. Never read "users achieve ... bits/s".
 *
 * Besides: the trembling of the cursor while a hand in a real clip rests, the delay of a 1 Hz sine, the overshoot of a step
 * (made hand, no noise, without the camera's delay), and how far from where the user aimed a pinch clicks (made hand, by every
 * finger that is bound; and the labelled pinches of real hands, which are few).
 */
const CONDITIONS: readonly PointingCondition[] = [
  { distancePx: 300, widthPx: 48 },
  { distancePx: 600, widthPx: 48 },
  { distancePx: 600, widthPx: 96 },
  { distancePx: 800, widthPx: 64 },
]
const DATA = join(import.meta.dirname, '../../shared/data')
/** Clips in which some hand rests for a while; text, faces and bodies only are left out. */
const CLIPS = '{videos/{gesture,golden,negative},clips/negative/**}/*.{mp4,gif,mkv}'
/** The same film as blue.mp4. */
const SAME_TAKE = ['which.mp4']

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '8' },
    latency: { type: 'string', default: '70' },
    tracker: { type: 'string', default: 'native' },
  },
})
const latencyMs = Number(values.latency)
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => 77 * (index + 1))

const techniques: readonly (() => Technique)[] = [
  () => createOurs(PALM),
  () => createPlain('plain', asItIs),
  () => createPlain('exponential average', exponentialAverage()),
  () => createPlain('mean of three', meanOfThree()),
]
const results = techniques.map((create) => {
  const sequences = CONDITIONS.flatMap((condition) =>
    seeds.map((seed) => runSequence(create(), condition, { latencyMs, seed })),
  )
  const mean = (pick: (sequence: PointingTestFigures) => number): number =>
    sequences.reduce((sum, sequence) => sum + pick(sequence), 0) / sequences.length
  return {
    technique: create().name,
    'bits/s': round(
      mean(({ throughputBitsPerS }) => throughputBitsPerS),
      3,
    ),
    errors: round(
      mean(({ errorRatio }) => errorRatio),
      4,
    ),
    'movement ms': Math.round(mean(({ movementMs }) => movementMs)),
    're-entries': round(
      mean(({ reentries }) => reentries),
      2,
    ),
  }
})
console.log(
  `Simulated user, ${CONDITIONS.length} × ${seeds.length} sequences of 26, ${latencyMs} ms latency:`,
)
console.table(results)

console.log('The same with other guesses about the user: ours per plain')
console.table(otherGuesses())

const response = measureResponse()
console.log(
  `1 Hz sine: ${round(response.lagMs, 1)} ms behind; step: ${round(100 * response.overshootRatio, 2)} % over`,
)

const shifts = madeClickShifts()
const ourShifts = shiftFigures(shifts, 'ours')
const plainShifts = shiftFigures(shifts, 'plain')
const real = await inClips()
const realShifts = [...new Set(real?.shifts.map(({ technique }) => technique))]
console.table([
  ourShifts,
  plainShifts,
  ...realShifts.map((technique) => shiftFigures(real?.shifts ?? [], technique)),
])
const [ours, plain] = [results[0], results[1]]
console.log(
  JSON.stringify({
    eval: 'pointing',
    figures: {
      throughputPerPlain: round((ours?.['bits/s'] ?? 0) / (plain?.['bits/s'] ?? 1), 3),
      errorRate: ours?.errors,
      plainErrorRate: plain?.errors,
      ...(real === undefined ? {} : { jitterPxRms: real.jitterPxRms }),
      lagMs: round(response.lagMs, 1),
      overshootRatio: round(response.overshootRatio, 4),
      clickShiftMedianPx: ourShifts['median px'],
      clickShiftP95Px: ourShifts['p95 px'],
      plainClickShiftMedianPx: plainShifts['median px'],
      plainClickShiftP95Px: plainShifts['p95 px'],
      ...realFigures(real?.shifts),
    },
  }),
)

/** How much hangs on what no source tells. */
function otherGuesses(): readonly Readonly<Record<string, number | string>>[] {
  const names = ['thrown', 'pinchTime', 'sure'] as const
  return names.flatMap((name) =>
    [0.5, 1.5].map((factor) => {
      const guesses = { ...AS_GUESSED, [name]: factor }
      const mean = (create: () => Technique): number => {
        const sequences = CONDITIONS.flatMap((condition) =>
          seeds
            .slice(0, 2)
            .map((seed) => runSequence(create(), condition, { latencyMs, seed, guesses })),
        )
        return (
          sequences.reduce((sum, { throughputBitsPerS }) => sum + throughputBitsPerS, 0) /
          sequences.length
        )
      }
      const [ours, plain] = techniques.slice(0, 2).map(mean)
      return { guess: name, factor, 'ours per plain': round((ours ?? 0) / (plain ?? 1), 3) }
    }),
  )
}

interface InClips {
  readonly jitterPxRms: number
  readonly shifts: readonly ClickShift[]
}

/** What real hands do to the cursor, at rest and as they pinch. */
async function inClips(): Promise<InClips | undefined> {
  if (!existsSync(DATA)) {
    console.log(`pointing: jitter at rest and real pinches skipped, ${DATA} is not there`)
    return undefined
  }
  const source = openHandSource(parseTrackerName(values.tracker))
  try {
    return {
      jitterPxRms: await jitterAtRest(source),
      shifts: await realClickShifts(source, DATA),
    }
  } finally {
    await source.close()
  }
}

function realFigures(
  shifts: readonly ClickShift[] | undefined,
): Readonly<Record<string, number | undefined>> {
  if (shifts === undefined) return {}
  const ours = shifts.filter(({ technique }) => technique.startsWith('ours'))
  const px = ours.flatMap(({ shiftPx }) => shiftPx ?? [])
  return {
    realPinches: ours.length,
    realClicks: px.length,
    realClickShiftMedianPx: round(quantile(px, 0.5), 2),
    realClickShiftP95Px: round(quantile(px, 0.95), 2),
  }
}

/** The median over the windows in which a hand rests; each is a root mean square over 0.7 s. */
async function jitterAtRest(source: HandSource): Promise<number> {
  const windows: (RestWindow & { readonly clip: string })[] = []
  for (const path of globSync(CLIPS, { cwd: DATA }).sort()) {
    if (SAME_TAKE.includes(basename(path))) continue
    const pictures = await source.ofVideo(join(DATA, path))
    const frames = pictures.map((picture) => frameOfPicture(picture, picture.atMs))
    const found = restWindows(frames, shippedProject('desktop').pointer)
    windows.push(...found.map((window) => ({ clip: basename(path), ...window })))
  }
  console.log(`${windows.length} times a hand rests in the clips:`)
  console.table(
    windows.map(({ clip, cursorRmsPx, plainRmsPx }) => ({
      clip,
      'cursor px RMS': round(cursorRmsPx, 2),
      'mapped straight': round(plainRmsPx, 2),
    })),
  )
  const median = (pick: (window: RestWindow) => number): number =>
    round(quantile(windows.map(pick), 0.5), 4)
  console.log(
    `noise at rest, medians: palm ${median(({ anchorSdPalms }) => anchorSdPalms)}, index tip ` +
      `${median(({ tipSdPalms }) => tipSdPalms)} palm lengths, kept from frame to frame ` +
      `${median(({ anchorLag1 }) => anchorLag1)}`,
  )
  return round(
    quantile(
      windows.map(({ cursorRmsPx }) => cursorRmsPx),
      0.5,
    ),
    2,
  )
}

function shiftFigures(
  all: readonly ClickShift[],
  technique: string,
): {
  readonly technique: string
  readonly pinches: number
  readonly 'without one click': number
  readonly 'median px': number
  readonly 'p95 px': number
} {
  const own = all.filter((shift) => shift.technique === technique)
  const px = own.flatMap(({ shiftPx }) => shiftPx ?? [])
  return {
    technique,
    pinches: own.length,
    'without one click': own.length - px.length,
    'median px': round(quantile(px, 0.5), 2),
    'p95 px': round(quantile(px, 0.95), 2),
  }
}

function quantile(of: readonly number[], ratio: number): number {
  return of.toSorted((a, b) => a - b)[Math.floor((of.length - 1) * ratio)] ?? Number.NaN
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}

import { planeDistance } from '../geometry/plane.ts'
import type { HandFrame, Handedness } from '../hand/hand-frame.ts'
import { calibrate } from './calibrate.ts'
import type { CalibrationOutcome, CalibrationRecording } from './calibrate.ts'
import { calibrationSample } from './calibration-sample.ts'
import type { CalibrationSample } from './calibration-sample.ts'

/**
 * The three parts of calibrating one hand, recorded frame by frame. The cases:
 *
 * | part  | what is seen                                      | then                             |
 * | any   | no such hand                                      | waits, and says so               |
 * | rest  | the hand moves, or was away                       | starts over                      |
 * | rest  | the hand stays for REST_MS                        | reach                            |
 * | reach | the hand in view for REACH_MS in all              | pinch                            |
 * | pinch | PINCHES closings, or PINCH_MS in view in all      | done, with the outcome           |
 *
 * Without pauses that is 3 + 8 + 12 s at most. A run that is dropped half-way changes nothing.
 */
export interface CalibrationRun {
  readonly side: Handedness
  readonly part: 'rest' | 'reach' | 'pinch' | 'done'
  /** Of the part, 0..1. */
  readonly ratio: number
  readonly isHandSeen: boolean
  readonly recording: CalibrationRecording
  /** Of the frame before this one in which the hand was seen. */
  readonly seenAtMs: number | undefined
  /** How long the hand was in view during this part. */
  readonly inViewMs: number
  readonly pinches: number
  readonly isClosed: boolean
  /** Only when done. */
  readonly outcome: CalibrationOutcome | undefined
}

const REST_MS = 3000
const REACH_MS = 8000
const PINCH_MS = 12_000
const PINCHES = 5
/** A hand that leaves this circle while it should rest does not rest, in palm lengths. */
const REST_PALMS = 0.25
/** A longer gap between two frames with the hand is not time in view. */
const GAP_MS = 250
/** Wide of any threshold that comes out: these only count. */
const COUNTS_AS_CLOSED_PALMS = 0.45
const COUNTS_AS_OPEN_PALMS = 0.6

export const startCalibration = (side: Handedness): CalibrationRun => ({
  side,
  part: 'rest',
  ratio: 0,
  isHandSeen: false,
  recording: { rest: [], reach: [], pinch: [] },
  seenAtMs: undefined,
  inViewMs: 0,
  pinches: 0,
  isClosed: false,
  outcome: undefined,
})

/** Takes in a frame. A frame from before the last one changes nothing. */
export function stepCalibration(run: CalibrationRun, frame: HandFrame): CalibrationRun {
  if (run.part === 'done') return run
  if (run.seenAtMs !== undefined && frame.atMs <= run.seenAtMs) return run
  const sample = calibrationSample(frame, run.side)
  if (sample === undefined) return { ...run, isHandSeen: false }
  const sinceMs = run.seenAtMs === undefined ? 0 : sample.atMs - run.seenAtMs
  const wasAway = sinceMs > GAP_MS
  const seen: CalibrationRun = {
    ...run,
    isHandSeen: true,
    seenAtMs: sample.atMs,
    inViewMs: run.inViewMs + (wasAway ? 0 : sinceMs),
  }
  switch (run.part) {
    case 'rest':
      return stepRest(seen, sample, wasAway)
    case 'reach':
      return stepReach(seen, sample)
    case 'pinch':
      return stepPinch(seen, sample)
  }
}

function stepRest(
  run: CalibrationRun,
  sample: CalibrationSample,
  wasAway: boolean,
): CalibrationRun {
  const [first] = run.recording.rest
  const isStill =
    first === undefined ||
    planeDistance(first.anchor, sample.anchor) <= REST_PALMS * sample.palmLength
  const starts = wasAway || !isStill
  const rest = starts ? [sample] : [...run.recording.rest, sample]
  const inViewMs = starts ? 0 : run.inViewMs
  const next = { ...run, inViewMs, recording: { ...run.recording, rest } }
  return toNextPart(next, 'reach', inViewMs / REST_MS)
}

function stepReach(run: CalibrationRun, sample: CalibrationSample): CalibrationRun {
  const reach = [...run.recording.reach, sample]
  const next = { ...run, recording: { ...run.recording, reach } }
  return toNextPart(next, 'pinch', run.inViewMs / REACH_MS)
}

function stepPinch(run: CalibrationRun, sample: CalibrationSample): CalibrationRun {
  const isClosed = run.isClosed
    ? sample.pinchRatio < COUNTS_AS_OPEN_PALMS
    : sample.pinchRatio < COUNTS_AS_CLOSED_PALMS
  const pinches = run.pinches + (run.isClosed && !isClosed ? 1 : 0)
  const pinch = [...run.recording.pinch, sample]
  const next = { ...run, isClosed, pinches, recording: { ...run.recording, pinch } }
  return toNextPart(next, 'done', Math.max(pinches / PINCHES, run.inViewMs / PINCH_MS))
}

/** On to the next part when this one is full. */
function toNextPart(
  run: CalibrationRun,
  next: CalibrationRun['part'],
  ratio: number,
): CalibrationRun {
  if (ratio < 1) return { ...run, ratio }
  if (next !== 'done') return { ...run, part: next, ratio: 0, inViewMs: 0 }
  return { ...run, part: 'done', ratio: 1, outcome: calibrate(run.recording) }
}

import { stepAim } from '../../src/core/pointer/aim.ts'
import type { AimState } from '../../src/core/pointer/aim.ts'
import { moveCursor, startCursor } from '../../src/core/pointer/cursor.ts'
import type { Cursor } from '../../src/core/pointer/cursor.ts'
import { USUAL_REST_ZONE_PALMS } from '../../src/core/pointer/hand-calibration.ts'
import type { PointerSettings } from '../../src/core/pointer/pointer-settings.ts'
import { NO_HANDS, SIDES, trackHands } from '../../src/core/hand/hand-tracks.ts'
import type { HandTrack } from '../../src/core/hand/hand-tracks.ts'
import type { HandFrame, Handedness } from '../../src/core/hand/hand-frame.ts'
import { DESKTOP } from '../../test/support/hand/stage.ts'

/** A hand that rests in a real clip, and what that does to the cursor. All about a straight line through the window. */
export interface RestWindow {
  readonly anchorSdPalms: number
  readonly anchorLag1: number
  readonly tipSdPalms: number
  /** Root mean square in pixels of a 1920 × 1080 desktop. */
  readonly cursorRmsPx: number
  /** The same with the hand mapped straight to the desktop. */
  readonly plainRmsPx: number
}

interface Moment {
  readonly atMs: number
  readonly bornAtMs: number
  readonly palm: number
  readonly anchor: Point
  readonly tip: Point
  readonly cursor: Point
  readonly straight: Point
}
interface Point {
  readonly x: number
  readonly y: number
}

const WINDOW_MS = 700
const LEAST_MS = 550
/**
 * A hand rests when its palm is slower than this, in palm lengths per second, and palm and index tip stay this near to a straight
 * line: a palm that stays while its fingers spell is at work.
 */
const REST_PALMS_PER_S = 0.04
const REST_SPREAD_PALMS = 0.03

/**
 * Finds where a hand rests, by its raw landmarks alone, and follows the cursor there. The pointer's own steps are used without
 * the question whether this hand would point: most hands that rest in the clips are open palms, which stop the pointer.
 */
export function restWindows(
  frames: readonly HandFrame[],
  settings: PointerSettings,
): readonly RestWindow[] {
  return SIDES.flatMap((side) => {
    const moments = follow(frames, side, settings)
    const windows: RestWindow[] = []
    for (let index = 0; index < moments.length;) {
      const window = restAt(moments, index)
      if (window !== undefined) windows.push(window.rest)
      index += window?.length ?? 2
    }
    return windows
  })
}

function follow(
  frames: readonly HandFrame[],
  side: Handedness,
  settings: PointerSettings,
): readonly Moment[] {
  let tracks = NO_HANDS
  let aim: AimState | undefined
  let cursor: Cursor | undefined
  const moments: Moment[] = []
  for (const frame of frames) {
    tracks = trackHands(tracks, frame)
    const track = tracks[side]
    if (track?.absentMs !== 0) continue
    const { atMs, aspectRatio } = frame
    const before = aim
    aim = stepAim(before, {
      atMs,
      track,
      aspectRatio,
      settings,
      desktop: DESKTOP,
      neutral: undefined,
      restZonePalms: USUAL_REST_ZONE_PALMS,
      startAt: undefined,
    })
    const isKnown = before?.bornAtMs === aim.bornAtMs
    cursor =
      !isKnown || cursor === undefined
        ? startCursor(aim.aim, undefined)
        : moveCursor(cursor, aim.aim, DESKTOP)
    moments.push(momentOf(frame, track, aim, cursor))
  }
  return moments
}

function momentOf(frame: HandFrame, track: HandTrack, aim: AimState, cursor: Cursor): Moment {
  const { anchor, palmLength } = track.features
  const hand = frame.hands.toSorted(
    (a, b) => wristFrom(a.landmarks, anchor, frame) - wristFrom(b.landmarks, anchor, frame),
  )[0]
  const tip = hand?.landmarks[8]
  const pxPerImageHeight = aim.aim.pxPerPalm / aim.palmLength
  return {
    atMs: frame.atMs,
    bornAtMs: track.bornAtMs,
    palm: palmLength,
    anchor,
    tip: { x: (tip?.x ?? 0) * frame.aspectRatio, y: tip?.y ?? 0 },
    cursor: cursor.at,
    straight: { x: anchor.x * pxPerImageHeight, y: anchor.y * pxPerImageHeight },
  }
}

function wristFrom(landmarks: readonly Point[], anchor: Point, { aspectRatio }: HandFrame): number {
  const wrist = landmarks[0] ?? { x: Infinity, y: Infinity }
  return Math.hypot(wrist.x * aspectRatio - anchor.x, wrist.y - anchor.y)
}

function restAt(
  moments: readonly Moment[],
  index: number,
): { readonly rest: RestWindow; readonly length: number } | undefined {
  const first = moments[index]
  if (first === undefined) return undefined
  const window = moments
    .slice(index)
    .filter(({ atMs, bornAtMs }) => atMs < first.atMs + WINDOW_MS && bornAtMs === first.bornAtMs)
  const lastedMs = (window.at(-1)?.atMs ?? 0) - first.atMs
  if (lastedMs < LEAST_MS || window.length < 8) return undefined
  const palm = window.reduce((sum, moment) => sum + moment.palm, 0) / window.length
  const about = (point: (moment: Moment) => Point): Residuals => residuals(window, point)
  const anchor = about((moment) => moment.anchor)
  const tip = about((moment) => moment.tip)
  const isRest =
    anchor.speedPerS / palm <= REST_PALMS_PER_S &&
    Math.max(anchor.spread, tip.spread) / palm <= REST_SPREAD_PALMS
  if (!isRest) return undefined
  return {
    length: window.length,
    rest: {
      anchorSdPalms: anchor.rms / palm,
      anchorLag1: anchor.lag1,
      tipSdPalms: tip.rms / palm,
      cursorRmsPx: about((moment) => moment.cursor).rms * Math.SQRT2,
      plainRmsPx: about((moment) => moment.straight).rms * Math.SQRT2,
    },
  }
}

interface Residuals {
  /** Per axis, mean of both. */
  readonly rms: number
  readonly lag1: number
  readonly spread: number
  readonly speedPerS: number
}

function residuals(window: readonly Moment[], point: (moment: Moment) => Point): Residuals {
  const seconds = window.map(({ atMs }) => atMs / 1000)
  const x = aboutLine(
    seconds,
    window.map((moment) => point(moment).x),
  )
  const y = aboutLine(
    seconds,
    window.map((moment) => point(moment).y),
  )
  const power = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value * value, 0)
  const product = (values: readonly number[]): number =>
    values.slice(1).reduce((sum, value, index) => sum + value * (values[index] ?? 0), 0)
  const total = power(x.off) + power(y.off)
  return {
    rms: Math.sqrt(total / (2 * window.length)),
    lag1: total === 0 ? 0 : (product(x.off) + product(y.off)) / total,
    spread: Math.max(spreadOf(x.off), spreadOf(y.off)),
    speedPerS: Math.hypot(x.slope, y.slope),
  }
}

const spreadOf = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)

function aboutLine(
  seconds: readonly number[],
  values: readonly number[],
): { readonly slope: number; readonly off: readonly number[] } {
  const mean = (list: readonly number[]): number =>
    list.reduce((sum, value) => sum + value, 0) / list.length
  const [midS, mid] = [mean(seconds), mean(values)]
  let across = 0
  let along = 0
  seconds.forEach((s, index) => {
    along += (s - midS) ** 2
    across += (s - midS) * ((values[index] ?? mid) - mid)
  })
  const slope = across / along
  return {
    slope,
    off: values.map((value, index) => value - mid - slope * ((seconds[index] ?? midS) - midS)),
  }
}

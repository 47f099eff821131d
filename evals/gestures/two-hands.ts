import type { HandFrame, Handedness, TrackedHand } from '../../src/core/hand/hand-frame.ts'
import { createPipeline } from '../../src/core/pipeline/pipeline.ts'
import { makeHand } from '../../test/support/hand/make-hand.ts'
import { DESKTOP, shippedProject } from '../../test/support/hand/stage.ts'
import type { Tallies } from './tally.ts'
import { AS_IT_IS, MIRRORED } from './turn.ts'

/*
 * Zoom by two hands. One film shows it, with the corners of a picture frame; it begins in the middle of the scene, and as hands that
 * come into view with a gesture do nothing, relaxed hands are made where the real ones will be.
 *
 * No clip shows two hands that pinch, so a film of one hand that really pinches is made into two: the same tracked landmarks, frame by
 * frame, once as they are and once mirrored, the second hand some frames later. Where the two hands are is made up: scaled about the
 * palm to an arm's length from the camera, and moved apart and together. So shapes, noise and blinks of the tracker are real; that
 * it finds two hands at once as well as one, and how people move them, is not shown.
 */

/** Which frames of a clip show an open hand, and from where on thumb and index finger touch; played backwards it opens again. */
export interface RealPinch {
  readonly frames: readonly HandFrame[]
  readonly open: number
  /** First and last frame of the touch, counted from the open hand. */
  readonly touch: readonly [number, number]
}

const PALM = 0.15
const HEIGHT = 0.5
/** From the middle of the picture, in picture widths. */
const NEAR = 0.16
const FAR = 0.3
const LEAD_IN_MS = 900
const STILL_MS = 300
const LATE_FRAMES = [0, 1, 2] as const
const LATE_MS = 400

interface Moment {
  readonly index: number
  /** Of the way from near to far. */
  readonly apart: number
}
/** By places in the film, the last not included. */
interface Zoom {
  readonly gesture: 'zoom-in' | 'zoom-out'
  readonly from: number
  readonly to: number
}
interface Film {
  readonly moments: readonly Moment[]
  readonly zooms: readonly Zoom[]
}

/** Plays the film of two hands that frame a picture, as it is and mirrored. Returns what went wrong. */
export function playFramed(
  frames: readonly HandFrame[],
  zooms: readonly {
    readonly direction: 'in' | 'out'
    readonly frames: readonly [number, number]
  }[],
  tallies: Tallies,
): readonly string[] {
  const frameMs = frameMsOf(frames)
  const leadIn = Math.ceil(LEAD_IN_MS / frameMs)
  return [AS_IT_IS, MIRRORED].flatMap((view) => {
    const seen = frames.map((frame) => view.frame(frame))
    const first = seen.find(({ hands }) => hands.length === 2)
    const played = [...Array.from({ length: leadIn }, () => relaxedAt(first)), ...seen]
    const shown = played.map((frame, place) => ({
      ...frame,
      sequence: place,
      atMs: place * frameMs,
    }))
    const meant = zooms.map(({ direction, frames: [from, to] }) => ({
      gesture: `zoom-${direction}` as const,
      from: leadIn + from,
      to: leadIn + to + 1,
    }))
    return judge(meant, shown, tallies).map((wrong) => `two hands, ${view.name}: ${wrong}`)
  })
}

function relaxedAt(frame: HandFrame | undefined): HandFrame {
  if (frame === undefined) throw new Error('playFramed: no frame shows two hands')
  const { aspectRatio } = frame
  const hands = frame.hands.map(({ handedness, landmarks }) => {
    const [wrist, knuckle] = [landmarks[0], landmarks[9]]
    if (wrist === undefined || knuckle === undefined) throw new Error('playFramed: half a hand')
    const palm = Math.hypot((knuckle.x - wrist.x) * aspectRatio, knuckle.y - wrist.y)
    const at = [(wrist.x + knuckle.x) / 2, (wrist.y + knuckle.y) / 2] as const
    return makeHand({ shape: 'relaxed', handedness, at, palm, aspectRatio })
  })
  return { ...frame, hands }
}

const frameMsOf = (frames: readonly HandFrame[]): number =>
  ((frames.at(-1)?.atMs ?? 0) - (frames[0]?.atMs ?? 0)) / (frames.length - 1)

/** Plays the pinch by two hands that lie near each other at first, or far, at every delay. Returns what went wrong. */
export function playZooms(pinch: RealPinch, tallies: Tallies): readonly string[] {
  const frameMs = frameMsOf(pinch.frames)
  return [0, 1].flatMap((start) =>
    LATE_FRAMES.flatMap((late) => {
      const film = direct(pinch, frameMs, start)
      const shown = film.moments.map((moment, place) =>
        compose(pinch, moment, film.moments[Math.max(place - late, 0)] ?? moment, place * frameMs),
      )
      return judge(film.zooms, shown, tallies).map(
        (wrong) =>
          `two hands, ${start === 0 ? 'near' : 'far'} first, ${late} frames late: ${wrong}`,
      )
    }),
  )
}

/** Open, closing, and while they touch: away, back, opening. */
function direct({ open, touch }: RealPinch, frameMs: number, start: number): Film {
  const moments: Moment[] = []
  const zooms: Zoom[] = []
  const times = (ms: number): number => Math.ceil(ms / frameMs)
  const [first, last] = touch
  const step = Math.sign(first - open)
  const closing = Array.from({ length: Math.abs(first - open) }, (_, k) => open + k * step)
  const touching = Array.from({ length: Math.abs(last - first) + 1 }, (_, k) => first + k * step)
  const backAndForth = [...touching, ...touching.slice(1, -1).toReversed()]
  let apart = start
  const hold = (count: number, to = apart): void => {
    const from = apart
    for (let k = 1; k <= count; k += 1) {
      const index = backAndForth[held % backAndForth.length] ?? first
      moments.push({ index, apart: from + (to - from) * smooth(k / count) })
      held += 1
    }
    apart = to
  }
  let held = 0
  for (let k = 0; k < times(LEAD_IN_MS); k += 1) moments.push({ index: open, apart })
  for (const index of closing) moments.push({ index, apart })
  hold(times(STILL_MS))
  for (const to of [1 - start, start]) {
    const from = moments.length
    hold(times(900), to)
    zooms.push({ gesture: to === 1 ? 'zoom-in' : 'zoom-out', from, to: moments.length })
    hold(times(2 * STILL_MS))
  }
  for (const index of closing.toReversed()) moments.push({ index, apart })
  for (let k = 0; k < times(STILL_MS); k += 1) moments.push({ index: open, apart })
  return { moments, zooms }
}

/** Minimum jerk, as hands move. */
const smooth = (ratio: number): number => ratio ** 3 * (10 - 15 * ratio + 6 * ratio ** 2)

function compose({ frames }: RealPinch, one: Moment, other: Moment, atMs: number): HandFrame {
  const first = frames[one.index]
  const second = frames[other.index]
  if (first === undefined || second === undefined) {
    throw new Error(`playZooms: no frame ${one.index} or ${other.index}`)
  }
  const { aspectRatio } = first
  const mirrored = MIRRORED.frame(second)
  const hands = [...placed(first, one.apart), ...placed(mirrored, one.apart)]
  return { sequence: Math.round(atMs), atMs, capturedAtMs: atMs + 1, aspectRatio, hands }
}

function placed({ hands, aspectRatio }: HandFrame, apart: number): readonly TrackedHand[] {
  const [hand] = hands
  if (hand === undefined) return []
  const [wrist, knuckle] = [hand.landmarks[0], hand.landmarks[9]]
  if (wrist === undefined || knuckle === undefined) return []
  const palm = Math.hypot((knuckle.x - wrist.x) * aspectRatio, knuckle.y - wrist.y)
  const scale = PALM / palm
  const x = 0.5 + sideOf(hand.handedness) * (NEAR + (FAR - NEAR) * apart)
  const landmarks = hand.landmarks.map((point) => ({
    x: x + (point.x - knuckle.x) * scale,
    y: HEIGHT + (point.y - knuckle.y) * scale,
    z: point.z * scale,
  }))
  return [{ ...hand, landmarks }]
}

const sideOf = (handedness: Handedness): number => (handedness === 'left' ? -1 : 1)

/** A zoom is right when its notches all go its way, and at least one does; whatever else the hands do is wrong. */
function judge(
  zooms: readonly Zoom[],
  shown: readonly HandFrame[],
  tallies: Tallies,
): readonly string[] {
  const project = shippedProject('desktop')
  const settings = { project, desktop: DESKTOP, isEngagedPinned: true, mode: 'engaged' } as const
  const pipeline = createPipeline(settings)
  const wrong: string[] = []
  const seen = new Set<Zoom>()
  for (const [place, frame] of shown.entries()) {
    for (const { effect } of pipeline.step(frame).effects) {
      if (effect.kind === 'pointer.move') continue
      const gesture = gestureOf(effect.kind, 'inNotches' in effect ? effect.inNotches : 0)
      const lateFrames = LATE_MS / ((shown[1]?.atMs ?? 0) - (shown[0]?.atMs ?? 0))
      const meant = zooms.find(
        (zoom) => zoom.gesture === gesture && place >= zoom.from && place < zoom.to + lateFrames,
      )
      if (meant !== undefined) seen.add(meant)
      else {
        tallies.of(gesture).falseOnes += 1
        wrong.push(`false ${gesture} at ${Math.round(frame.atMs)} ms`)
      }
    }
  }
  for (const zoom of zooms) {
    if (seen.has(zoom)) tallies.of(zoom.gesture).hits += 1
    else {
      tallies.of(zoom.gesture).misses += 1
      wrong.push(`missed ${zoom.gesture}`)
    }
  }
  return wrong
}

function gestureOf(kind: string, inNotches: number): string {
  switch (kind) {
    case 'pointer.zoom':
      return inNotches > 0 ? 'zoom-in' : 'zoom-out'
    case 'pointer.click':
      return 'click'
    case 'pointer.press':
    case 'pointer.release':
      return 'drag'
    default:
      return kind
  }
}

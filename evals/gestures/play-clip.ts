import type { HandFrame } from '../../src/core/hand/hand-frame.ts'
import { createPipeline } from '../../src/core/pipeline/pipeline.ts'
import { DESKTOP, shippedProject } from '../../test/support/hand/stage.ts'
import type { ClipLabels, Stretch } from './labels.ts'
import type { Tallies } from './tally.ts'
import type { View } from './turn.ts'

export interface ClipPlay {
  readonly clip: ClipLabels
  /** Of the clip as it was filmed. */
  readonly frames: readonly HandFrame[]
  /** Which of them, in the order in which they are played. */
  readonly order: readonly number[]
  readonly view: View
}

/** A clip begins in the middle of a scene: its first frame stands for as long before it. */
const LEAD_IN_MS = 700
/** A gesture that lasts may take this long to be sure of, and to be over. */
const GRACE_MS = 300
/** A gesture that happens counts from a little before to a little after the frames that show it. */
const EARLY_MS = 150
const LATE_MS = 400
/** From the project: a touch that lasts as long is a drag. */
const DRAG_MS = 800

interface Span {
  readonly fromMs: number
  readonly toMs: number
}
interface Happening {
  readonly gesture: string
  readonly atMs: number
}

/** Plays frames before the engaged app and counts what it saw against what there is to see. Returns what went wrong. */
export function playClip(play: ClipPlay, tallies: Tallies): readonly string[] {
  const { clip, view } = play
  const shown = timed(play)
  const seen = watch(shown.map(({ frame }) => view.frame(frame)))
  const spansOf = (stretches: readonly Stretch[]): readonly Span[] => spans(shown, stretches)
  const wrong = [
    ...swipes(clip, view, spansOf, seen.happened, tallies),
    ...touches(spansOf(clip.touches), seen.happened, tallies),
  ]
  const lasting = [
    ['open-palm', clip.palms, clip.perhapsPalms],
    ['thumbs-up', clip.thumbs, clip.perhapsThumbs],
  ] as const
  for (const [pose, sure, perhaps] of lasting) {
    if (clip.unsure.includes(pose)) continue
    // A picture on its side shows no thumb up.
    if (pose === 'thumbs-up' && view.name.includes('turned')) continue
    const active = seen.active.get(`pose.${pose}`) ?? new Set()
    wrong.push(...lastingPose(pose, shown, spansOf(sure), spansOf(perhaps), active, tallies))
  }
  return wrong
}

interface Shown {
  readonly index: number
  readonly frame: HandFrame
}

function timed({ frames, order }: ClipPlay): readonly Shown[] {
  const frameMs = ((frames.at(-1)?.atMs ?? 0) - (frames[0]?.atMs ?? 0)) / (frames.length - 1)
  const leadIn = Array.from({ length: Math.ceil(LEAD_IN_MS / frameMs) }, () => order[0] ?? 0)
  return [...leadIn, ...order].flatMap((index, place) => {
    const frame = frames[index]
    const atMs = place * frameMs
    return frame === undefined ? [] : [{ index, frame: { ...frame, sequence: place, atMs } }]
  })
}

function watch(frames: readonly HandFrame[]): {
  readonly happened: readonly Happening[]
  /** Times of the frames in which a gesture was on. */
  readonly active: ReadonlyMap<string, ReadonlySet<number>>
} {
  const project = shippedProject('desktop')
  const settings = { project, desktop: DESKTOP, isEngagedPinned: true, mode: 'engaged' } as const
  const pipeline = createPipeline(settings)
  const happened: Happening[] = []
  const active = new Map<string, Set<number>>()
  const on = new Set<string>()
  for (const frame of frames) {
    const { gestures, effects } = pipeline.step(frame)
    for (const { gesture, phase, atMs } of gestures) {
      if (phase === 'began') on.add(gesture)
      if (phase === 'ended' || phase === 'cancelled') on.delete(gesture)
      if (phase === 'began' && gesture.startsWith('swipe.')) happened.push({ gesture, atMs })
    }
    for (const { effect, cause, atMs } of effects) {
      if (cause !== 'pinch.index') continue
      if (effect.kind === 'pointer.click') happened.push({ gesture: 'click', atMs })
      if (effect.kind === 'pointer.press') happened.push({ gesture: 'drag', atMs })
    }
    for (const gesture of on) {
      const times = active.get(gesture) ?? new Set()
      active.set(gesture, times.add(frame.atMs))
    }
  }
  return { happened, active }
}

/** When these frames are on; a stretch that is played back and forth goes on. */
function spans(shown: readonly Shown[], stretches: readonly Stretch[]): readonly Span[] {
  const found: Span[] = []
  let fromMs: number | undefined
  for (const [place, { index, frame }] of shown.entries()) {
    const isIn = stretches.some(([from, to]) => index >= from && index <= to)
    const isLast = place === shown.length - 1
    if (isIn) fromMs ??= frame.atMs
    if (fromMs === undefined || (isIn && !isLast)) continue
    found.push({ fromMs, toMs: isLast ? Infinity : frame.atMs })
    fromMs = undefined
  }
  return found
}

function swipes(
  clip: ClipLabels,
  view: View,
  spansOf: (stretches: readonly Stretch[]) => readonly Span[],
  happened: readonly Happening[],
  tallies: Tallies,
): readonly string[] {
  const meant = clip.swipes.flatMap(({ direction, frames, isEntering }) =>
    spansOf([frames]).map((span) => ({
      span,
      gesture: `swipe.${view.direction(direction)}`,
      isEntering,
    })),
  )
  const said = happened.filter(({ gesture }) => gesture.startsWith('swipe.'))
  return match(meant, said, tallies)
}

/** A touch that is there from the beginning is none: fingers that touch must have been apart. */
function touches(
  spans: readonly Span[],
  happened: readonly Happening[],
  tallies: Tallies,
): readonly string[] {
  const meant = spans
    .filter(({ fromMs }) => fromMs > 0)
    .map((span) => ({
      span,
      gesture: span.toMs - span.fromMs >= DRAG_MS ? 'drag' : 'click',
      isEntering: false,
    }))
  const said = happened.filter(({ gesture }) => gesture === 'click' || gesture === 'drag')
  return match(meant, said, tallies)
}

function match(
  meant: readonly {
    readonly gesture: string
    readonly span: Span
    readonly isEntering: boolean
  }[],
  said: readonly Happening[],
  tallies: Tallies,
): readonly string[] {
  const wrong: string[] = []
  const left = new Set(said)
  for (const { gesture, span, isEntering } of meant) {
    const hit = [...left].find(
      (one) =>
        one.gesture === gesture &&
        one.atMs >= span.fromMs - EARLY_MS &&
        one.atMs <= span.toMs + LATE_MS,
    )
    if (hit !== undefined) left.delete(hit)
    if (hit !== undefined) tallies.of(gesture).hits += 1
    else if (isEntering) tallies.of(`${gesture} by a hand that enters`).misses += 1
    else {
      tallies.of(gesture).misses += 1
      wrong.push(`missed ${gesture} at ${Math.round(span.fromMs)} ms`)
    }
  }
  for (const { gesture, atMs } of left) {
    tallies.of(gesture).falseOnes += 1
    wrong.push(`false ${gesture} at ${Math.round(atMs)} ms`)
  }
  return wrong
}

function lastingPose(
  pose: string,
  shown: readonly Shown[],
  sure: readonly Span[],
  perhaps: readonly Span[],
  active: ReadonlySet<number>,
  tallies: Tallies,
): readonly string[] {
  const tally = tallies.of(pose)
  const before = { ...tally }
  const isIn = (spans: readonly Span[], atMs: number, startMs: number, endMs: number): boolean =>
    spans.some(({ fromMs, toMs }) => atMs >= fromMs + startMs && atMs < toMs + endMs)
  for (const { frame } of shown) {
    const { atMs } = frame
    const isOn = active.has(atMs)
    if (isIn(sure, atMs, GRACE_MS, 0)) {
      if (isOn) tally.hits += 1
      else tally.misses += 1
    } else if (isOn && !isIn([...sure, ...perhaps], atMs, 0, GRACE_MS)) tally.falseOnes += 1
  }
  const missed = tally.misses - before.misses
  const falseOnes = tally.falseOnes - before.falseOnes
  return missed + falseOnes === 0 ? [] : [`${pose}: ${missed} frames missed, ${falseOnes} false`]
}

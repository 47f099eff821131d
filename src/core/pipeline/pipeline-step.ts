import { axisValues } from '../action/axis-values.ts'
import type { ActionMoment, LastClick } from '../action/action-moment.ts'
import { toWholePixel } from '../pointer/cursor.ts'
import { DWELL_CAUSE, dwellClickRatio, stepDwell } from '../action/dwell-click.ts'
import type { DwellStep } from '../action/dwell-click.ts'
import { clampToDesktop } from '../geometry/desktop.ts'
import type { CausedEffect, Effect } from '../action/effect.ts'
import {
  cursorPixel,
  freeCursorAt,
  moveOrHold,
  pressPoint,
  stepPointer,
} from '../pointer/pointer.ts'
import type { Pointer, PointerInput } from '../pointer/pointer.ts'
import type { ClassifierInput, Reading } from '../classifier/classifier.ts'
import { classify } from '../classifier/classify.ts'
import { fingersOfPinch } from '../classifier/pinch.ts'
import type { Desktop, ScreenPoint } from '../geometry/point.ts'
import { stepEngagement } from '../gesture/engagement.ts'
import {
  activeGestures,
  isBodyActive,
  isRecogniserActive,
  RELEASE_MS,
  stepBank,
} from '../gesture/gesture-bank.ts'
import type { BankStep } from '../gesture/gesture-bank.ts'
import type { GestureEvent, GestureHand, GestureId } from '../gesture/gesture-event.ts'
import { seenHands, SIDES, trackHands } from '../hand/hand-tracks.ts'
import type { HandTracks } from '../hand/hand-tracks.ts'
import { stepSpelled } from '../gesture/spelled-words.ts'
import { pinchProgress } from '../gesture/pinch-progress.ts'
import type { HandFrame } from '../hand/hand-frame.ts'
import type { Progress } from './pipeline-output.ts'
import { withGesturesCancelled, output, withTimeRestarted } from './pipeline-state.ts'
import type { PipelineState, PipelineStep } from './pipeline-state.ts'
import { withVerdicts } from './pipeline-verdicts.ts'
import {
  dwellRatio,
  engineHolds,
  engineHoldsCursorAt,
  isEngineBusy,
  stepEngine,
} from '../project/binding-engine.ts'

/** Frames are never late by this much: time has started over, because the page that counts it has. */
export const RESTART_MS = 2000
/** Nor do they keep away for so long: what was under way then is over, even what stays down by itself. */
const GAP_MS = 2000

/** What others have made of this frame or one before it: of letters, of the body. */
export type Heard = Pick<ClassifierInput, 'letter' | 'body'>

/** One frame; a camera that counts from nothing again, or that was away, is followed after letting go of everything. */
export function stepPipeline(
  state: PipelineState,
  frame: HandFrame,
  otherReadings: Heard = {},
): PipelineStep {
  const before = beforeFrame(state, frame.atMs)
  if (before === undefined) return withVerdicts(state, stepFrame(state, frame, otherReadings))
  const after = withVerdicts(before.state, stepFrame(before.state, frame, otherReadings))
  const gestures = [...before.output.gestures, ...after.output.gestures]
  const effects = [...before.output.effects, ...after.output.effects]
  return { state: after.state, output: { ...after.output, gestures, effects } }
}

function beforeFrame(state: PipelineState, atMs: number): PipelineStep | undefined {
  if (state.atMs === undefined || !Number.isFinite(atMs)) return undefined
  if (atMs < state.atMs - RESTART_MS) return withTimeRestarted(state, atMs)
  return atMs > state.atMs + GAP_MS
    ? withGesturesCancelled(state, 'tracking-stopped', state.atMs)
    : undefined
}

/** Hands, classifiers, gestures, engagement, and if engaged pointer and bindings. */
function stepFrame(state: PipelineState, frame: HandFrame, otherReadings: Heard): PipelineStep {
  const { atMs } = frame
  const isLate = state.atMs !== undefined && atMs <= state.atMs
  if (isLate || !Number.isFinite(atMs)) return { state, output: output(state, {}) }
  if (state.engagement.mode === 'paused') {
    return { state: { ...state, atMs }, output: output(state, {}) }
  }
  const tracks = trackHands(state.tracks, frame)
  const hands = seenHands(tracks)
  const classified = classify(state.classifiers, { atMs, hands, ...otherReadings })
  const bank = recogniseGestures(state, tracks, classified.readings, atMs, otherReadings)
  const spelled = stepSpelled(state.spelled, state.words, bank.events, atMs)
  const events = [...bank.events, ...spelled.events]
  const { state: engagement, progress } = stepEngagement(state.engagement, {
    atMs,
    tracks,
    isPinned: state.isEngagedPinned,
    isBodySeen: otherReadings.body !== undefined,
    // Arms that are stretched up show a palm, too.
    isBusy: isEngineBusy(state.engine) || state.dwell.isDragging || isBodyActive(state.bank),
  })
  const seen: PipelineState = {
    ...state,
    atMs,
    tracks,
    engagement,
    classifiers: classified.memories,
    bank: bank.bank,
    spelled: spelled.state,
  }
  const was = state.engagement.mode
  if (engagement.mode !== 'engaged') {
    if (was !== 'engaged') {
      return { state: seen, output: output(seen, { gestures: events, progress }) }
    }
    return stepWhileDisengaged(seen, events, atMs)
  }
  const acted = stepBindings(seen, frame, was === 'engaged' ? events : [])
  const shown = progress.kind === 'none' ? actingProgress(acted.state, atMs) : progress
  return {
    state: acted.state,
    output: output(acted.state, {
      gestures: events,
      effects: acted.effects,
      progress: shown,
      pointer: cursorPixel(acted.state.pointer),
    }),
  }
}

/** What was under way is let go of, after the gestures of the frame that ended it. */
function stepWhileDisengaged(
  seen: PipelineState,
  events: readonly GestureEvent[],
  atMs: number,
): PipelineStep {
  const { state, output: left } = withGesturesCancelled(seen, 'disengaged', atMs)
  return { state, output: { ...left, gestures: [...events, ...left.gestures] } }
}

/** What is held fills the ring before what is about to touch. */
function actingProgress({ engine, tracks, dwell, project }: PipelineState, atMs: number): Progress {
  const held = Math.max(
    dwellRatio(engine, atMs),
    dwellClickRatio(dwell, project.pointer.dwell, atMs),
  )
  if (held > 0) return { kind: 'hold', ratio: held }
  const closed = pinchProgress(tracks)
  return closed > 0 ? { kind: 'pinch', ratio: closed } : { kind: 'none', ratio: 0 }
}

function recogniseGestures(
  { bank, engine }: PipelineState,
  tracks: HandTracks,
  readings: ReadonlyMap<string, readonly Reading[]>,
  atMs: number,
  { body }: Heard,
): BankStep {
  const isHolding = (gesture: GestureId, hand: GestureHand): boolean =>
    engineHolds(engine, gesture, hand)
  return stepBank(bank, { atMs, tracks, bodyBornAtMs: body?.bornAtMs, readings, isHolding })
}

function stepBindings(
  state: PipelineState,
  frame: HandFrame,
  events: readonly GestureEvent[],
): { readonly state: PipelineState; readonly effects: readonly CausedEffect[] } {
  const { atMs } = frame
  const input = pointerInput(state, frame)
  const pointer = stepPointer(state.pointer, input)
  const stepped = stepEngine(state.engine, {
    atMs,
    events,
    active: activeGestures(state.bank),
    actionMoment: (gesture, hand, lastClick) =>
      moment(state, pointer, gesture, hand, lastClick, atMs),
    hasHandLeft: (hand) => hand !== 'body' && isGone(state.tracks, hand),
  })
  const { engine } = stepped
  const moved = moveOrHold(pointer, engineHoldsCursorAt(engine), input)
  const effects = stepped.effects.map((caused) => inDesktop(caused, state.desktop))
  const to = cursorPixel(moved)
  const isMove = to !== undefined && (to.x !== state.sentTo?.x || to.y !== state.sentTo.y)
  if (isMove) effects.push({ effect: { kind: 'pointer.move', to }, atMs, cause: 'pointer' })
  const dwelt = dwellOn(state, moved, engineHoldsCursorAt(engine), input)
  for (const effect of dwelt.effects) {
    effects.push(inDesktop({ effect, atMs, cause: DWELL_CAUSE }, state.desktop))
  }
  const sentTo = to ?? state.sentTo
  return { state: { ...state, pointer: moved, engine, sentTo, dwell: dwelt.dwell }, effects }
}

function dwellOn(
  { project, dwell, tracks }: PipelineState,
  pointer: Pointer,
  heldAt: ScreenPoint | undefined,
  input: PointerInput,
): DwellStep {
  const { clickSource, dwell: settings } = project.pointer
  if (clickSource === 'gesture' || !project.clicksEnabled) return { dwell, effects: [] }
  const { side } = pointer.hand
  return stepDwell(dwell, {
    atMs: input.atMs,
    cursor: freeCursorAt(pointer, heldAt, input),
    isGone: side === undefined || isGone(tracks, side),
    settings,
  })
}

const pointerInput = (state: PipelineState, { atMs, aspectRatio }: HandFrame): PointerInput => ({
  atMs,
  aspectRatio,
  tracks: state.tracks,
  settings: state.project.pointer,
  desktop: state.desktop,
  calibrations: state.calibrations,
  isPinching: (side) => isRecogniserActive(state.bank, 'pinch', side),
})

function moment(
  { project, tracks }: PipelineState,
  pointer: Pointer,
  gesture: GestureId,
  hand: GestureHand,
  lastClick: LastClick | undefined,
  atMs: number,
): ActionMoment {
  return {
    atMs,
    settings: project.pointer,
    pressAt: pressPoint(pointer, hand, fingersOfPinch(gesture)),
    travelled: pointer.aim?.aim.travelled,
    hand: handOf(hand, pointer, tracks),
    axes: axisValues(hand, tracks),
    lastClick,
  }
}

/** The pointing hand is already smoothed; another one is taken as it is. */
function handOf(
  hand: GestureHand,
  { hand: pointing, aim }: Pointer,
  tracks: HandTracks,
): ActionMoment['hand'] {
  const side = hand === 'both' || hand === 'body' ? pointing.side : hand
  const track = side === undefined ? undefined : tracks[side]
  if (track?.absentMs !== 0) return undefined
  if (aim !== undefined && side === pointing.side)
    return { at: aim.hand, palmLength: aim.palmLength }
  return { at: track.features.anchor, palmLength: track.features.palmLength }
}

const isGone = (tracks: HandTracks, hand: GestureHand): boolean =>
  SIDES.some(
    (side) =>
      (hand === 'both' || hand === side) && (tracks[side]?.absentMs ?? Infinity) >= RELEASE_MS,
  )

/** The last gate before the system: whatever was computed, coordinates are whole pixels of the desktop. */
function inDesktop(caused: CausedEffect, desktop: Desktop): CausedEffect {
  const { effect } = caused
  if (effect.kind !== 'pointer.press' && effect.kind !== 'pointer.click') return caused
  const at = toWholePixel(clampToDesktop(effect.at, desktop))
  const inside: Effect = { ...effect, at }
  return { ...caused, effect: inside }
}

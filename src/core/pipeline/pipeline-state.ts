import { DWELL_CAUSE, endDwell, NO_DWELL } from '../action/dwell-click.ts'
import type { DwellClick } from '../action/dwell-click.ts'
import type { CausedEffect } from '../action/effect.ts'
import type { Calibrations } from '../pointer/hand-calibration.ts'
import { NO_POINTER } from '../pointer/pointer.ts'
import type { Pointer } from '../pointer/pointer.ts'
import { createClassifierMemories, type ClassifierMemory } from '../classifier/classify.ts'
import { SIGN_LETTERS } from '../classifier/sign-letters.ts'
import type { Desktop, ScreenPoint } from '../geometry/point.ts'
import { startEngagement } from '../gesture/engagement.ts'
import type { Engagement } from '../gesture/engagement.ts'
import { cancelBank, createBank } from '../gesture/gesture-bank.ts'
import type { GestureBank } from '../gesture/gesture-bank.ts'
import type { CancelReason } from '../gesture/gesture-event.ts'
import { cancelSpelled, NOTHING_SPELLED, spelledWord } from '../gesture/spelled-words.ts'
import type { SpelledState, SpelledWords } from '../gesture/spelled-words.ts'
import { NO_HANDS } from '../hand/hand-tracks.ts'
import type { HandTracks } from '../hand/hand-tracks.ts'
import type { Mode } from '../gesture/mode.ts'
import { hintFor } from './hint.ts'
import type { PipelineOutput, PipelineSettings } from './pipeline-output.ts'
import { cancelEngine, createEngine } from '../project/binding-engine.ts'
import type { BindingEngine } from '../project/binding-engine.ts'
import { effectiveProject } from '../project/effective-project.ts'
import { bindingsInForce } from '../project/project.ts'
import type { Binding, Project } from '../project/project.ts'

/** Everything the pipeline remembers between two frames. */
export interface PipelineState {
  readonly project: Project
  readonly calibrations: Calibrations
  readonly desktop: Desktop
  readonly isEngagedPinned: boolean
  readonly isExplained: boolean
  /** Of the last frame. */
  readonly atMs: number | undefined
  readonly classifiers: readonly ClassifierMemory[]
  readonly tracks: HandTracks
  readonly bank: GestureBank
  readonly spelled: SpelledState
  /** Words that the project binds to something. */
  readonly words: SpelledWords
  readonly engagement: Engagement
  readonly pointer: Pointer
  /** Where the cursor was last sent, so that a still hand sends nothing. */
  readonly sentTo: ScreenPoint | undefined
  readonly engine: BindingEngine
  readonly dwell: DwellClick
}

export interface PipelineStep {
  readonly state: PipelineState
  readonly output: PipelineOutput
}

export function createState(settings: PipelineSettings): PipelineState {
  const { project, desktop, isEngagedPinned, mode, calibrations = {} } = settings
  const { isExplained = false } = settings
  return {
    ...projectParts(project, calibrations),
    calibrations,
    desktop,
    isEngagedPinned,
    isExplained,
    atMs: undefined,
    tracks: NO_HANDS,
    engagement: startEngagement(startMode(mode, isEngagedPinned), 0),
    pointer: NO_POINTER,
    sentTo: undefined,
    dwell: NO_DWELL,
  }
}

const startMode = (mode: Mode, isEngagedPinned: boolean): Mode =>
  isEngagedPinned && mode === 'watching' ? 'engaged' : mode

function projectParts(
  project: Project,
  calibrations: Calibrations,
): Pick<PipelineState, 'project' | 'classifiers' | 'bank' | 'spelled' | 'words' | 'engine'> {
  const effective = effectiveProject(project, { calibrations })
  const bindings = bindingsInForce(effective)
  const classifiers = createClassifierMemories(effective.classifiers)
  return {
    project,
    classifiers,
    bank: createBank(classifiers.map(({ entry }) => entry)),
    spelled: NOTHING_SPELLED,
    words: wordsOf(bindings),
    engine: createEngine(bindings),
  }
}

const wordsOf = (bindings: readonly Binding[]): SpelledWords => ({
  words: bindings.flatMap(({ gesture }) => spelledWord(gesture) ?? []),
  areLettersBound: bindings.some(({ gesture }) => gesture.startsWith(`${SIGN_LETTERS}.`)),
})

/** Cancels every gesture for a reason and lets go of everything; hands and mode stay. */
export function withGesturesCancelled(
  state: PipelineState,
  reason: CancelReason,
  atMs: number,
): PipelineStep {
  const bank = cancelBank(state.bank, reason, atMs)
  const spelled = cancelSpelled(state.spelled, reason, atMs)
  const engine = cancelEngine(state.engine, atMs)
  const pointer = { ...NO_POINTER, last: state.pointer.cursor?.at ?? state.pointer.last }
  const letGo = endDwell(state.dwell).map((effect) => ({ effect, atMs, cause: DWELL_CAUSE }))
  const next = {
    ...{ ...state, pointer, dwell: NO_DWELL },
    ...{ bank: bank.bank, spelled: spelled.state, engine: engine.engine },
  }
  const effects = [...engine.effects, ...letGo]
  return {
    state: next,
    output: output(next, { gestures: [...bank.events, ...spelled.events], effects }),
  }
}

export function withMode(state: PipelineState, mode: Mode, atMs: number): PipelineStep {
  const target = startMode(mode, state.isEngagedPinned)
  if (target === state.engagement.mode) return { state, output: output(state, {}) }
  const reason: CancelReason = target === 'paused' ? 'paused' : 'disengaged'
  const before =
    target === 'engaged'
      ? { state, output: output(state, {}) }
      : withGesturesCancelled(state, reason, atMs)
  const next = {
    ...before.state,
    // A paused camera is closed: the hands that come after it are new ones.
    tracks: target === 'paused' ? NO_HANDS : before.state.tracks,
    engagement: startEngagement(target, atMs),
  }
  const { gestures, effects } = before.output
  return { state: next, output: output(next, { gestures, effects }) }
}

/** Frame time starts over: whatever was measured in the old time is forgotten, the mode stays. */
export function withTimeRestarted(state: PipelineState, atMs: number): PipelineStep {
  const before = withGesturesCancelled(state, 'tracking-stopped', state.atMs ?? atMs)
  const next = {
    ...before.state,
    ...projectParts(state.project, state.calibrations),
    atMs: undefined,
    tracks: NO_HANDS,
    engagement: startEngagement(state.engagement.mode, atMs),
  }
  return { state: next, output: before.output }
}

/** Classifiers and recognisers of the new project start from nothing; the hands are the same hands. */
export function withProject(state: PipelineState, project: Project, atMs: number): PipelineStep {
  const before = withGesturesCancelled(state, 'project-switched', atMs)
  const next = { ...before.state, ...projectParts(project, state.calibrations) }
  const { gestures, effects } = before.output
  return { state: next, output: output(next, { gestures, effects }) }
}

/** As after a switch of projects, with what is now known of the hands. */
export const withCalibrations = (
  state: PipelineState,
  calibrations: Calibrations,
  atMs: number,
): PipelineStep => withProject({ ...state, calibrations }, state.project, atMs)

/** The cursor's place is forgotten: it means nothing on another desktop. */
export const withDesktop = (state: PipelineState, desktop: Desktop): PipelineState => ({
  ...state,
  desktop,
  pointer: { ...NO_POINTER, hand: state.pointer.hand },
})

export const withPointerAt = (state: PipelineState, at: ScreenPoint): PipelineState => ({
  ...state,
  pointer: { ...NO_POINTER, hand: state.pointer.hand, last: at },
  sentTo: undefined,
})

const NO_VERDICTS: PipelineOutput['verdicts'] = []
const NO_PROGRESS: PipelineOutput['progress'] = { kind: 'none', ratio: 0 }

/** An output of this state with what happened on the way to it. */
export function output(
  state: PipelineState,
  happened: Partial<
    Pick<PipelineOutput, 'gestures' | 'effects' | 'progress' | 'pointer' | 'verdicts'>
  >,
): PipelineOutput {
  const effects: readonly CausedEffect[] = happened.effects ?? []
  return {
    gestures: happened.gestures ?? [],
    effects,
    mode: state.engagement.mode,
    progress: happened.progress ?? NO_PROGRESS,
    pointer: happened.pointer,
    hint: hintFor(state.engagement.mode, state.tracks),
    verdicts: happened.verdicts ?? NO_VERDICTS,
  }
}

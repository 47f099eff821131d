import type { Decision } from '../../../contract/channels/recording-channels.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'

type GestureDecision = Extract<Decision, { kind: 'gesture' }>
type ModeDecision = Extract<Decision, { kind: 'mode' }>

/** A stretch of time, in ms from the recording's start. */
interface Span {
  readonly fromMs: number
  readonly toMs: number
}
export interface GestureSpan extends Span {
  readonly began: GestureDecision
  /** How it ended; absent where the recording stops first. */
  readonly ended: GestureDecision | undefined
}
export interface ModeSpan extends Span {
  readonly mode: ModeDecision['mode']
  readonly hint: Sentence | undefined
}

/** A recording's decisions as lanes to be drawn, and to be looked up by time. */
export interface Timeline {
  readonly modes: readonly ModeSpan[]
  readonly gestures: readonly GestureSpan[]
  readonly actions: readonly Extract<Decision, { kind: 'action' }>[]
}

/** The decision that a time is at: the last one by then. */
export const placeAt = (decisions: readonly Decision[], atMs: number): number =>
  decisions.findLastIndex((one) => one.atMs <= atMs)

/** When something is decided next after a time, or was before it; undefined where nothing is. */
export const nextAfter = (decisions: readonly Decision[], atMs: number): number | undefined =>
  decisions.find((one) => one.atMs > atMs)?.atMs
export const lastBefore = (decisions: readonly Decision[], atMs: number): number | undefined =>
  decisions.findLast((one) => one.atMs < atMs)?.atMs

export function timelineOf(decisions: readonly Decision[], durationMs: number): Timeline {
  const modes: ModeSpan[] = []
  const gestures: GestureSpan[] = []
  const open = new Map<string, GestureDecision>()
  const closeSpan = (key: string, ended: GestureDecision | undefined, toMs: number): void => {
    const began = open.get(key)
    if (began) gestures.push({ fromMs: began.atMs, toMs, began, ended })
    open.delete(key)
  }
  for (const decision of decisions) {
    if (decision.kind === 'mode') {
      const before = modes.pop()
      if (before) modes.push({ ...before, toMs: decision.atMs })
      const { mode, hint, atMs } = decision
      modes.push({ mode, hint, fromMs: atMs, toMs: durationMs })
    }
    if (decision.kind !== 'gesture') continue
    const key = `${decision.gesture} ${decision.hand}`
    if (decision.phase === 'began') {
      closeSpan(key, undefined, decision.atMs)
      open.set(key, decision)
    } else closeSpan(key, decision, decision.atMs)
  }
  for (const key of [...open.keys()]) closeSpan(key, undefined, durationMs)
  const actions = decisions.filter((one) => one.kind === 'action')
  return { modes, gestures: gestures.toSorted((a, b) => a.fromMs - b.fromMs), actions }
}

/** What was going on at a time. An action is shown for a moment after it. */
export function timelineAt(timeline: Timeline, atMs: number): Timeline {
  const ACTION_SHOWN_MS = 400
  const coversMoment = ({ fromMs, toMs }: Span): boolean => fromMs <= atMs && atMs <= toMs
  return {
    modes: timeline.modes.filter(coversMoment),
    gestures: timeline.gestures.filter(coversMoment),
    actions: timeline.actions.filter(
      (one) => one.atMs <= atMs && atMs - one.atMs < ACTION_SHOWN_MS,
    ),
  }
}

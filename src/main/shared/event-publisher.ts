import type { PointerView, Progress } from '../../contract/channels/app-state.ts'
import type { MainEndpoint, Unsubscribe } from '../../contract/boundary/endpoints.ts'
import { subscribe, notifyAll } from '../../contract/boundary/subscribers.ts'
import { shownEffect } from '../../contract/channels/shown-act.ts'
import { causeWords, effectWords } from '../../contract/words/act-words.ts'
import type { CausedEffect, Effect } from '../../core/action/effect.ts'
import { SIGN_LETTERS } from '../../core/classifier/sign-letters.ts'
import type { ScreenPoint } from '../../core/geometry/point.ts'
import type { GestureEvent } from '../../core/gesture/gesture-event.ts'
import type { EventLog } from './event-log.ts'
import type { RunSummary } from './run-summary.ts'
import type { FrameClock, RecentFrame, StageTimes } from './frame-clock.ts'

/** The terminal speaks English, whatever the window does: it is read by programs, too. */
const TERMINAL = 'en'

/** Tells everyone who listens what was seen and done: the page, the host, the event log, the summary, the terminal. */
export interface EventPublisher {
  gesture(event: GestureEvent): void
  progress(progress: Progress): void
  /** An effect that has really been carried out. */
  action(caused: CausedEffect, isDryRun: boolean): void
  /** Hears what was seen and done, as people say it. */
  onShown(listener: (line: string) => void): Unsubscribe
}

export function createEventPublisher(parts: {
  readonly host: { readonly end: MainEndpoint; showPointer?(pointer: PointerView): void }
  readonly log: EventLog
  readonly summary: RunSummary
  readonly clock: FrameClock
  readonly nowMs: () => number
}): EventPublisher {
  const { host, log, summary, clock, nowMs } = parts
  const { end } = host
  const listeners = new Set<(line: string) => void>()
  const notifyLine = (line: string): void => {
    notifyAll(listeners, line)
  }

  return {
    gesture: (event) => {
      const { reason, isBrought, ...rest } = event
      const gesture = withoutLetter(event.gesture)
      log.write({ kind: 'gesture', ...rest, gesture, isBrought, reason })
      if (event.phase === 'changed') return
      end.send('gesture', reason === undefined ? rest : { ...rest, reason })
      if (event.phase !== 'began') return
      summary.gesture(gesture)
      notifyLine(`saw ${causeWords(gesture, event.hand, TERMINAL)}`)
    },
    progress: onlyWhenChanged((progress) => {
      end.send('progress', progress)
    }),
    action: ({ effect, atMs, cause }, isDryRun) => {
      const times = timesOf(effect, clock.frame(atMs), nowMs())
      const { kind: action, ...details } = effect
      const what = { atMs, kind: 'action', action, cause: withoutLetter(cause), isDryRun } as const
      log.write({ ...what, ...times, ...withoutText(details) })
      if (effect.kind === 'pointer.move') {
        summary.pointer(effect.to, times.latencyMs)
        const view = pointerView(effect.to, times)
        end.send('pointer', view)
        host.showPointer?.(view)
        return
      }
      const done = effectWords(effect, TERMINAL)
      summary.action(done)
      notifyLine(`did ${done} (${causeWords(withoutLetter(cause), undefined, TERMINAL)})`)
      end.send('action', { atMs, effect: shownEffect(effect), cause: withoutLetter(cause) })
    },
    onShown: (listener) => subscribe(listeners, listener),
  }
}

/** Progress is told with every frame, and most frames change nothing about it. */
function onlyWhenChanged(
  publishProgress: (progress: Progress) => void,
): (progress: Progress) => void {
  let last: Progress = { kind: 'none', ratio: 0 }
  return (progress) => {
    if (progress.kind === last.kind && progress.ratio === last.ratio) return
    last = progress
    publishProgress(progress)
  }
}

/** From the camera's frame on, in ms. */
interface EffectTimes {
  /** Until it was done: a pointer moves when it makes its first step. */
  readonly latencyMs: number
  /** Until a pointer was at its point, to which it glides on for half a frame at most. */
  readonly arrivedMs: number | undefined
  readonly stagesMs: StageTimes | undefined
}

function timesOf(effect: Effect, frame: RecentFrame | undefined, nowMs: number): EffectTimes {
  const isMove = effect.kind === 'pointer.move'
  const sinceCaptureMs = (endMs: number): number =>
    frame === undefined ? 0 : Math.max(0, endMs - frame.capturedAtMs)
  return {
    latencyMs: sinceCaptureMs((isMove ? frame?.movedAtMs : undefined) ?? nowMs),
    arrivedMs: isMove ? sinceCaptureMs(nowMs) : undefined,
    stagesMs: frame?.stages,
  }
}

/** Takes x and y alone: the page is sent no more of a point than it shows. */
function pointerView({ x, y }: ScreenPoint, { latencyMs, stagesMs }: EffectTimes): PointerView {
  return { x, y, latencyMs, ...(stagesMs && { stages: shownStageTimes(stagesMs) }) }
}

const shownStageTimes = ({ boundary, pipeline }: StageTimes): PointerView['stages'] => ({
  boundaryMs: Math.max(0, boundary),
  pipelineMs: Math.max(0, pipeline),
})

/** Letters that are signed are private, as typed text is. */
const withoutLetter = (gesture: string): string =>
  gesture.startsWith(`${SIGN_LETTERS}.`) ? SIGN_LETTERS : gesture

/** Typed text is private: the log says how long it was, never what it said. */
function withoutText(
  details: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { text, ...rest } = details
  return typeof text === 'string' ? { ...rest, textLength: text.length } : rest
}

import { inEnglish } from '../../core/sentence/sentence.ts'
import type { AppState } from '../../contract/channels/app-state.ts'
import type { DispatcherChoice } from '../control/dispatcher-choice.ts'
import type { Session } from '../control/session.ts'
import type { EventLog } from '../shared/event-log.ts'
import { createEventPublisher, type EventPublisher } from '../shared/event-publisher.ts'
import type { FrameClock } from '../shared/frame-clock.ts'
import { createRunSummary, type RunSummary } from '../shared/run-summary.ts'
import type { StateStore } from '../shared/state-store.ts'
import type { Host } from '../system/host/host.ts'

export interface Announced {
  readonly publisher: EventPublisher
  readonly summary: RunSummary
}

/** Has all that the session publishes told: to page, terminal and event log, and summed up at the end. */
export function announce(parts: {
  readonly host: Host
  readonly services: { readonly log: EventLog }
  readonly session: Session
  readonly dispatchers: DispatcherChoice
  readonly stateStore: StateStore
  readonly clock: FrameClock
  readonly nowMs: () => number
}): Announced {
  const { host, services, session, dispatchers, stateStore, clock, nowMs } = parts
  const { log } = services
  const summary = createRunSummary()
  const publisher = createEventPublisher({ host, log, summary, clock, nowMs })
  session.on('frame', ({ atMs, handCount, stages }) => {
    summary.frame(atMs, handCount, stages)
  })
  session.on('output', ({ output }) => {
    for (const event of output.gestures) publisher.gesture(event)
    publisher.progress(output.progress)
  })
  session.on('done', (caused) => {
    publisher.action(caused, stateStore.current().isDryRun)
  })
  host.end.on('metrics', ({ droppedFrames }) => {
    summary.dropped(droppedFrames)
  })
  host.end.on('problem', stateStore.report)
  dispatchers.onProblem(stateStore.report)
  const logState = stateLogger(log, clock)
  logState(stateStore.current())
  stateStore.onChange(logState)
  return { publisher, summary }
}

/** One line per change of what a reader of `--events` cares about; hand counts and problems are not among it. */
function stateLogger(log: EventLog, clock: FrameClock): (state: AppState) => void {
  let lastLine = ''
  return ({ mode, project, camera, tracker, hint: said }) => {
    const hint = said && inEnglish(said)
    const facts = {
      state: mode,
      project: project.id,
      camera: camera.kind,
      tracker: tracker.kind,
      hint,
    }
    const line = JSON.stringify(facts)
    if (line === lastLine) return
    lastLine = line
    log.write({ atMs: clock.atMs(), kind: 'state', ...facts })
  }
}

import { say } from '../../../contract/words/say.ts'
import {
  superviseTracker,
  type SupervisorNews,
  type TrackerSupervisor,
} from './tracker-supervisor.ts'
import { runLater } from '../../../node/later.ts'
import { openNativeTracker, type TrackerDoor, type TrackerSubject } from './native-tracker.ts'

const WHAT = { hands: say('Hand tracking'), bodies: say('Body tracking') } as const

/** Keeps a tracker process running that finds hands or bodies. */
export const startNativeTracker = (
  subject: TrackerSubject,
  parts: {
    readonly resources: string
    readonly trackerDoor: TrackerDoor
    readonly nowMs: () => number
  },
  onNews: (news: SupervisorNews) => void,
): TrackerSupervisor =>
  superviseTracker({
    what: WHAT[subject],
    open: () => openNativeTracker(parts.resources, parts.trackerDoor, subject),
    onNews: onNews,
    nowMs: parts.nowMs,
    after: runLater,
  })

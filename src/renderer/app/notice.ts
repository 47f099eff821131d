import type { AppState } from '../../contract/channels/app-state.ts'
import type { TrackerStatus } from '../../contract/channels/status.ts'
import { translate } from '../../contract/words/translate.ts'
import { stateWords } from './state-words.ts'

/** What stands in the middle of a page when there is no picture to show, with the one thing to do next. */
export interface Notice {
  readonly tone: 'calm' | 'busy' | 'needs-you' | 'stopped'
  readonly title: string
  readonly text: string
  /** A command to type. */
  readonly command?: string | undefined
  /** What the button under it does. */
  readonly offer?: 'resume' | 'demo' | undefined
}

/** The most basic reason first; undefined when there is a picture and hands can be seen in it. */
export const noticeOf = (state: AppState | undefined, isConnected: boolean): Notice | undefined =>
  pictureNotice(state, isConnected) ?? (state && trackerNotice(state))

/** Likewise for bodies. */
export const bodyNoticeOf = (
  state: AppState | undefined,
  isConnected: boolean,
  tracker: TrackerStatus | undefined,
): Notice | undefined => pictureNotice(state, isConnected) ?? bodyTrackerNotice(tracker)

function pictureNotice(state: AppState | undefined, isConnected: boolean): Notice | undefined {
  const words = stateWords.notices
  if (!isConnected) return { tone: 'stopped', ...words.stopped, command: 'npm start' }
  if (!state) return { tone: 'busy', ...words.starting }
  if (state.mode === 'paused') return { tone: 'calm', ...words.paused, offer: 'resume' }
  return cameraNotice(state)
}

function cameraNotice({ camera }: AppState): Notice | undefined {
  const words = stateWords.notices
  switch (camera.kind) {
    case 'live':
      return undefined
    case 'closed':
    case 'opening':
      return { tone: 'busy', ...words.opening }
    case 'missing':
    case 'busy':
    case 'denied':
    case 'unreadable': {
      const text = translate(camera.message)
      return { tone: 'needs-you', title: words[camera.kind], text, offer: 'demo' }
    }
    case 'black':
    case 'frozen':
      return { tone: 'needs-you', title: words[camera.kind], text: translate(camera.message) }
    case 'ended':
      return { tone: 'calm', ...words.ended, offer: 'demo' }
  }
}

function trackerNotice({ tracker }: AppState): Notice | undefined {
  const words = stateWords.notices
  switch (tracker.kind) {
    case 'ready':
      return undefined
    case 'loading':
      return { tone: 'busy', ...(tracker.name === 'auto' ? words.measuring : words.loading) }
    case 'failed':
      return {
        tone: 'stopped',
        title: words.trackerFailed,
        text: translate(tracker.message),
        command: translate(tracker.fix),
      }
  }
}

function bodyTrackerNotice(tracker: TrackerStatus | undefined): Notice | undefined {
  const { loading, bodies } = stateWords.notices
  const { getting, measuring, failed } = bodies
  if (tracker === undefined) return { tone: 'busy', title: getting, text: loading.text }
  if (tracker.kind === 'ready') return undefined
  if (tracker.kind === 'loading') {
    const text = tracker.name === 'auto' ? measuring : loading.text
    return { tone: 'busy', title: getting, text }
  }
  const { message, fix } = tracker
  return { tone: 'stopped', title: failed, text: translate(message), command: translate(fix) }
}

import type { AppState } from '../../contract/app-state.ts'

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
export function noticeOf(state: AppState | undefined, isConnected: boolean): Notice | undefined {
  if (!isConnected) {
    return {
      tone: 'stopped',
      title: 'Beckon has stopped',
      text: 'Nothing is controlled by hand now. Start it again:',
      command: 'npm start',
    }
  }
  if (!state) return { tone: 'busy', title: 'Starting', text: 'One moment.' }
  if (state.mode === 'paused') {
    return {
      tone: 'calm',
      title: 'Paused',
      text: 'The camera is off. Nothing is watched and nothing acts.',
      offer: 'resume',
    }
  }
  return cameraNotice(state) ?? trackerNotice(state)
}

function cameraNotice({ camera }: AppState): Notice | undefined {
  switch (camera.kind) {
    case 'live':
      return undefined
    case 'closed':
    case 'opening':
      return { tone: 'busy', title: 'Opening the camera', text: 'One moment.' }
    case 'missing':
      return { tone: 'needs-you', title: 'No camera', text: camera.message, offer: 'demo' }
    case 'busy':
      return { tone: 'needs-you', title: 'The camera is busy', text: camera.message, offer: 'demo' }
    case 'denied':
      return {
        tone: 'needs-you',
        title: 'The camera is not allowed',
        text: camera.message,
        offer: 'demo',
      }
    case 'black':
      return { tone: 'needs-you', title: 'Nothing to see', text: camera.message }
    case 'frozen':
      return { tone: 'needs-you', title: 'The picture stands still', text: camera.message }
    case 'unreadable':
      return {
        tone: 'needs-you',
        title: 'This video cannot be played',
        text: camera.message,
        offer: 'demo',
      }
    case 'ended':
      return {
        tone: 'calm',
        title: 'The video is over',
        text: 'Choose a camera below to go on.',
        offer: 'demo',
      }
  }
}

function trackerNotice({ tracker }: AppState): Notice | undefined {
  switch (tracker.kind) {
    case 'ready':
      return undefined
    case 'loading':
      if (tracker.name === 'auto') {
        return {
          tone: 'busy',
          title: 'Finding the faster way to see hands',
          text: 'Two trackers are timed on this computer, once. It takes a few seconds.',
        }
      }
      return { tone: 'busy', title: 'Getting ready to see hands', text: 'One moment.' }
    case 'failed':
      return {
        tone: 'stopped',
        title: 'Hands cannot be seen',
        text: tracker.message,
        command: tracker.fix,
      }
  }
}

import type { TrackerStatus } from '../../contract/channels/status.ts'
import { stateWords } from './state-words.ts'

export type TrackerChoice = 'native' | 'mediapipe' | 'auto'

export interface TrackerOption {
  readonly value: TrackerChoice
  readonly text: string
}

/** What the tracker picker offers: the two that there are, and to find out anew which is the faster. */
export function trackerOptions(status: TrackerStatus | undefined): readonly TrackerOption[] {
  const { trackers, measure, measuring } = stateWords.choices
  return [
    { value: 'native', text: trackers.native },
    { value: 'mediapipe', text: trackers.mediapipe },
    { value: 'auto', text: status?.name === 'auto' ? measuring : measure },
  ]
}

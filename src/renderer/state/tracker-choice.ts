import type { TrackerStatus } from '../../contract/status.ts'

export type TrackerChoice = 'native' | 'mediapipe' | 'auto'

export interface TrackerOption {
  readonly value: TrackerChoice
  readonly text: string
}

/** What the tracker picker offers: the two that there are, and to find out anew which is the faster. */
export function trackerOptions(status: TrackerStatus | undefined): readonly TrackerOption[] {
  return [
    { value: 'native', text: 'Native tracker' },
    { value: 'mediapipe', text: 'MediaPipe tracker' },
    { value: 'auto', text: status?.name === 'auto' ? 'Measuring …' : 'Measure again' },
  ]
}

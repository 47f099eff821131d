import type { Handedness } from '../../core/hand/hand-frame.ts'

export const calibrationEnglish = {
  title: 'Fit to your hand',
  intro:
    'Under half a minute: how still your hand is, how far it reaches, how your fingers meet. Beckon works without it, and better with it.',
  which: 'Which hand?',
  sides: { right: 'Right hand', left: 'Left hand' } satisfies Record<Handedness, string>,
  start: 'Start',
  again: 'Fit again',
  stop: 'Stop',
  keep: 'Use this',
  discard: 'Leave it as it was',
  forget: 'Forget',
  back: 'Back',
  fitted: 'Fitted',
  notFitted: 'Not fitted yet: what suits most hands is used.',
  noHand: 'Hold your hand up so that the camera sees it.',
  parts: {
    rest: {
      title: 'Hold your hand still',
      text: 'As you would hold it before pointing. Three seconds.',
    },
    reach: {
      title: 'Move it about',
      text: 'As far as is comfortable, in every direction: up, down, left and right.',
    },
    pinch: {
      title: 'Pinch five times',
      text: 'Thumb and index finger together, and apart again.',
    },
  },
  step: (step: number) => `Step ${step} of 3`,
  doneTitle: 'This is your hand',
  unusable: 'That did not work',
  still: 'Trembling at rest',
  reach: 'Reach',
  palms: 'palms',
  ofPalm: '% of a palm',
  summary: (reach: string, still: string) =>
    `Fitted: reach ${reach} palms, trembling at rest ${still} % of a palm`,
  pinch: 'Fingers touch below',
  unclearPinch: 'Your pinches were not clear; the usual thresholds stay.',
  holding:
    'While this runs, your hand controls nothing. It ends by itself when no hand is seen for a while.',
  gaveUp: 'That did not come to an end, so it was stopped. Nothing was changed.',
} as const

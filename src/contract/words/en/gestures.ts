import { SPELLED } from '../../../core/gesture/spelled-words.ts'
import type { GestureWords } from '../gestures.ts'

const GESTURES: Readonly<Record<string, (label: string) => string>> = {
  pinch: (label) => (label === 'two' ? 'two-finger pinch' : `${label} pinch`),
  'two-hands': (label) => (label === 'frame' ? 'both hands frame' : 'both hands pinch'),
  dwell: () => 'click by keeping still',
  swipe: (label) => `swipe ${label}`,
  pose: (label) => label.replaceAll('-', ' '),
  [SPELLED]: (label) => `spell ${label}`,
  body: (label) => BODY[label] ?? label,
  exercise: (label) => `one ${label} done`,
  'finger-count': (label) => (label === '1' ? '1 finger' : `${label} fingers`),
}

const BODY: Readonly<Record<string, string>> = {
  'arms-up': 'arms up',
  'arms-crossed': 'arms crossed',
  'lean-left': 'lean to the left',
  'lean-right': 'lean to the right',
  squat: 'squat down',
}

const PINCHING = {
  touchRatio: 'Tips touch below',
  partRatio: 'Tips have parted above',
  fitsHand: 'Fitted to your hand',
} as const

/** What is recognised, and how finely. */
export const englishGestures = {
  gesture: (classifier, label) => GESTURES[classifier]?.(label),
  hands: { left: 'left hand', right: 'right hand', both: 'both hands', body: 'body' },
  causes: { pointer: 'pointing', dwell: 'keeping still' },
  choices: { 'open-hand': 'an open hand', any: 'any hand' },
  classifiers: {
    'two-hands': { title: 'Both hands', options: PINCHING },
    pinch: { title: 'Pinch', options: PINCHING },
    swipe: {
      title: 'Swipe',
      options: { minPalmWidths: 'At least this far', maxDurationMs: 'In at most', shape: 'With' },
    },
    pose: { title: 'Pose' },
    'finger-count': {
      title: 'Finger count',
      options: {
        countsThumb: 'The thumb counts',
        minCertainty: 'Say none when less sure than this',
      },
    },
    'sign-letters': { title: 'Sign letters' },
    body: { title: 'Body' },
    exercise: { title: 'Exercise' },
  },
} as const satisfies GestureWords

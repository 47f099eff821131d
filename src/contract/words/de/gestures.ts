import { SPELLED } from '../../../core/gesture/spelled-words.ts'
import type { Said } from '../said.ts'
import type { englishGestures } from '../en/gestures.ts'

const PINCHES: Readonly<Record<string, string>> = {
  index: 'Griff mit dem Zeigefinger',
  middle: 'Griff mit dem Mittelfinger',
  ring: 'Griff mit dem Ringfinger',
  little: 'Griff mit dem kleinen Finger',
  two: 'Griff mit zwei Fingern',
}
const DIRECTIONS: Readonly<Record<string, string>> = {
  left: 'links',
  right: 'rechts',
  up: 'oben',
  down: 'unten',
}
const POSES: Readonly<Record<string, string>> = {
  fist: 'Faust',
  'open-palm': 'offene Hand',
  point: 'Zeigen',
  'thumbs-up': 'Daumen hoch',
  'thumbs-down': 'Daumen runter',
  victory: 'Victory-Zeichen',
  ok: 'OK-Zeichen',
}
const BODY: Readonly<Record<string, string>> = {
  'arms-up': 'Arme hoch',
  'arms-crossed': 'Arme verschränkt',
  'lean-left': 'nach links gelehnt',
  'lean-right': 'nach rechts gelehnt',
  squat: 'in der Hocke',
}
const GESTURES: Readonly<Record<string, (label: string) => string | undefined>> = {
  pinch: (label) => PINCHES[label],
  'two-hands': (label) =>
    label === 'frame' ? 'Rahmen aus beiden Händen' : 'Griff mit beiden Händen',
  dwell: () => 'Klick durch Stillhalten',
  swipe: (label) => `Wischen nach ${DIRECTIONS[label] ?? label}`,
  pose: (label) => POSES[label],
  [SPELLED]: (label) => `${label} buchstabieren`,
  body: (label) => BODY[label],
  exercise: (label) => (label === 'squat' ? 'eine Kniebeuge gemacht' : undefined),
  'finger-count': (label) => `${label} Finger`,
}
const PINCHING = {
  touchRatio: 'Spitzen berühren sich unter',
  partRatio: 'Spitzen sind getrennt über',
  fitsHand: 'An deine Hand angepasst',
}

export const germanGestures: Said<typeof englishGestures> = {
  gesture: (classifier, label) => GESTURES[classifier]?.(label),
  hands: { left: 'linke Hand', right: 'rechte Hand', both: 'beide Hände', body: 'Körper' },
  causes: { pointer: 'Zeigen', dwell: 'Stillhalten' },
  choices: { 'open-hand': 'offener Hand', any: 'jeder Hand' },
  classifiers: {
    'two-hands': { title: 'Beide Hände', options: PINCHING },
    pinch: { title: 'Griff', options: PINCHING },
    swipe: {
      title: 'Wischen',
      options: { minPalmWidths: 'Mindestens so weit', maxDurationMs: 'In höchstens', shape: 'Mit' },
    },
    pose: { title: 'Haltung' },
    'finger-count': {
      title: 'Fingerzahl',
      options: {
        countsThumb: 'Der Daumen zählt mit',
        minCertainty: 'Nichts sagen, wenn weniger sicher als',
      },
    },
    'sign-letters': { title: 'Gebärdete Buchstaben' },
    body: { title: 'Körper' },
    exercise: { title: 'Übung' },
  },
}

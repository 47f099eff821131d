import { SPELLED } from '../../core/gesture/spelled-words.ts'
import type { GestureWords } from './acts.ts'

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

export const germanGestures: GestureWords = {
  gesture: (classifier, label) => GESTURES[classifier]?.(label),
  hands: { left: 'linke Hand', right: 'rechte Hand', both: 'beide Hände', body: 'Körper' },
  causes: { pointer: 'Zeigen', dwell: 'Stillhalten' },
  choices: { 'open-hand': 'offener Hand', any: 'jeder Hand' },
}

/** What classifiers call themselves, their options and units. */
export const classifiersHeard: Readonly<Record<string, string>> = {
  'Finger count': 'Fingerzahl',
  Pinch: 'Griff',
  Swipe: 'Wischen',
  Pose: 'Haltung',
  'Both hands': 'Beide Hände',
  'Sign letters': 'Gebärdete Buchstaben',
  Body: 'Körper',
  Exercise: 'Übung',
  'Fitted to your hand': 'An deine Hand angepasst',
  'Tips touch below': 'Spitzen berühren sich unter',
  'Tips have parted above': 'Spitzen sind getrennt über',
  'At least this far': 'Mindestens so weit',
  'In at most': 'In höchstens',
  With: 'Mit',
  'The thumb counts': 'Der Daumen zählt mit',
  'Say none when less sure than this': 'Nichts sagen, wenn weniger sicher als',
  'palm widths': 'Handbreiten',
  'palm lengths': 'Handlängen',
  ratio: 'Anteil',
}

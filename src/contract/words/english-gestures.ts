import { SPELLED } from '../../core/gesture/spelled-words.ts'
import type { GestureWords } from './acts.ts'

const BODY: Readonly<Record<string, string>> = {
  'arms-up': 'arms up',
  'arms-crossed': 'arms crossed',
  'lean-left': 'lean to the left',
  'lean-right': 'lean to the right',
  squat: 'squat down',
}

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

export const englishGestures: GestureWords = {
  gesture: (classifier, label) => GESTURES[classifier]?.(label),
  hands: { left: 'left hand', right: 'right hand', both: 'both hands', body: 'body' },
  causes: { pointer: 'pointing', dwell: 'keeping still' },
  choices: { 'open-hand': 'an open hand', any: 'any hand' },
}

import type { SpellingCommand } from '../core/action/action.ts'
import type { Effect } from '../core/action/effect.ts'
import type { GestureHand } from '../core/gesture/gesture-event.ts'

const GESTURE_WORDS: Readonly<Record<string, (label: string) => string>> = {
  pinch: (label) => (label === 'two' ? 'two-finger pinch' : `${label} pinch`),
  'two-hands': () => 'both hands pinch',
  swipe: (label) => `swipe ${label}`,
  pose: (label) => label.replaceAll('-', ' '),
  'finger-count': (label) => (label === '1' ? '1 finger' : `${label} fingers`),
}

/** A gesture id as people say it: `pinch.index` is "index pinch". Unknown ids keep their label. */
export function gestureWords(gesture: string): string {
  const [classifier = '', label = ''] = gesture.split('.')
  return GESTURE_WORDS[classifier]?.(label) ?? (label === '' ? classifier : label)
}

const CAUSE_WORDS: Readonly<Record<string, string>> = {
  pointer: 'pointing',
  dwell: 'keeping still',
}

/** Why something was done: the gesture and the hand that made it. */
export function causeWords(cause: string, hand?: GestureHand): string {
  const words = CAUSE_WORDS[cause] ?? gestureWords(cause)
  if (hand === undefined) return words
  return hand === 'both' ? `${words}, both hands` : `${words}, ${hand} hand`
}

/** An effect as people say it, for example "click left" or "scroll down 3". */
export function effectWords(effect: Effect): string {
  switch (effect.kind) {
    case 'pointer.move':
      return `move to ${Math.round(effect.to.x)}, ${Math.round(effect.to.y)}`
    case 'pointer.press':
      return `hold ${effect.button}`
    case 'pointer.release':
      return `let go ${effect.button}`
    case 'pointer.click':
      return `${effect.count === 2 ? 'double click' : 'click'} ${effect.button}`
    case 'pointer.scroll':
      return scrollWords(effect.rightNotches, effect.downNotches)
    case 'pointer.zoom':
      return effect.inNotches > 0 ? 'zoom in' : 'zoom out'
    case 'key.press':
      return `hold ${effect.keys.join('+')}`
    case 'key.release':
      return `let go ${effect.keys.join('+')}`
    case 'key.chord':
      return `press ${effect.keys.join('+')}`
    case 'key.text':
      return 'type text'
    case 'spelling':
      return SPELLING_WORDS[effect.command]
    case 'volume.set':
      return `volume ${Math.round(effect.levelRatio * 100)} %`
    case 'volume.step':
      return effect.stepRatio < 0 ? 'volume down' : 'volume up'
    case 'volume.mute':
      return effect.muted === 'toggle' ? 'mute or unmute' : effect.muted ? 'mute' : 'unmute'
    case 'media':
      return effect.command.replaceAll('-', ' / ')
    case 'launch':
      return `open ${effect.target}`
    case 'project.switch':
      return `switch to ${effect.project}`
    case 'project.step':
      return `${effect.step} project`
    case 'mode':
      return effect.mode === 'paused' ? 'pause' : 'stop acting'
  }
}

export const SPELLING_WORDS: Readonly<Record<SpellingCommand, string>> = {
  complete: 'complete the word',
  exchange: 'exchange the last letter',
  'drop-word': 'delete the word',
}

function scrollWords(right: number, down: number): string {
  const parts = []
  if (down !== 0) parts.push(`${down > 0 ? 'down' : 'up'} ${Math.abs(down)}`)
  if (right !== 0) parts.push(`${right > 0 ? 'right' : 'left'} ${Math.abs(right)}`)
  return `scroll ${parts.join(', ')}`
}

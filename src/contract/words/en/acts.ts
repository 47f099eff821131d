import type { Action, AxisAction, SpellingCommand } from '../../../core/action/action.ts'
import { chord, percent, spacedChord, type ActWords, type ShownEffect } from '../acts.ts'

const SPELLING: Readonly<Record<SpellingCommand, string>> = {
  complete: 'complete the word',
  exchange: 'exchange the last letter',
  'drop-word': 'delete the word',
}

export const englishActs: ActWords = {
  effect,
  action,
}

function effect(effect: ShownEffect): string {
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
      return scrolling(effect.rightNotches, effect.downNotches)
    case 'pointer.zoom':
      return effect.inNotches > 0 ? 'zoom in' : 'zoom out'
    case 'key.press':
      return `hold ${chord(effect.keys)}`
    case 'key.release':
      return `let go ${chord(effect.keys)}`
    case 'key.chord':
      return `press ${chord(effect.keys)}`
    case 'key.text':
      return 'type text'
    case 'spelling':
      return SPELLING[effect.command]
    case 'volume.set':
      return `volume ${percent(effect.levelRatio)}`
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

function scrolling(right: number, down: number): string {
  const parts = []
  if (down !== 0) parts.push(`${down > 0 ? 'down' : 'up'} ${Math.abs(down)}`)
  if (right !== 0) parts.push(`${right > 0 ? 'right' : 'left'} ${Math.abs(right)}`)
  return `scroll ${parts.join(', ')}`
}

function action(action: Action): string {
  switch (action.kind) {
    case 'pointer.button':
      return action.button === 'left' ? 'click; hold to drag' : `${action.button} click`
    case 'pointer.click':
      return `${action.count === 2 ? 'double click' : 'click'} ${action.button}`
    case 'pointer.scroll':
      return 'scroll by moving the hand'
    case 'key.chord':
      return `press ${spacedChord(action.keys)}`
    case 'key.hold':
      return `hold ${spacedChord(action.keys)}`
    case 'key.text':
      return `type “${action.text}”`
    case 'spelling':
      return SPELLING[action.command]
    case 'volume.set':
      return `volume to ${percent(action.levelRatio)}`
    case 'volume.step':
      return action.stepRatio < 0 ? 'turn the volume down' : 'turn the volume up'
    case 'volume.mute':
      return action.muted === 'toggle' ? 'mute or unmute' : action.muted ? 'mute' : 'unmute'
    case 'media':
      return action.command.replaceAll('-', ' / ')
    case 'launch':
      return `open ${action.target}`
    case 'axis':
      return axis(action)
    case 'project.switch':
      return `switch to ${action.project}`
    case 'project.step':
      return `${action.step} project`
    case 'mode':
      return action.mode === 'paused' ? 'pause' : 'stop acting'
  }
}

const SOURCES: Readonly<Record<AxisAction['source'], string>> = {
  'pinch-distance': 'the distance of thumb and index finger',
  roll: 'turning the hand',
  height: 'the height of the hand',
  'hands-apart': 'moving the hands apart and together',
}

function axis({ source, target }: AxisAction): string {
  const by = SOURCES[source]
  switch (target.kind) {
    case 'volume':
      return `volume by ${by}`
    case 'scroll':
      return `scroll by ${by}`
    case 'zoom':
      return `zoom by ${by}`
    case 'key':
      return `press ${spacedChord(target.up)} or ${spacedChord(target.down)} by ${by}`
  }
}

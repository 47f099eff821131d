import type {
  Action,
  AxisAction,
  MediaCommand,
  MouseButton,
  SpellingCommand,
} from '../../../core/action/action.ts'
import { chord, percent, spacedChord, type ActWords, type ShownEffect } from '../acts.ts'

const BUTTONS: Readonly<Record<MouseButton, string>> = {
  left: 'Links',
  right: 'Rechts',
  middle: 'Mittel',
}
const MEDIA: Readonly<Record<MediaCommand, string>> = {
  'play-pause': 'Wiedergabe / Pause',
  next: 'nächster Titel',
  previous: 'voriger Titel',
  stop: 'Wiedergabe beenden',
}
const SPELLING: Readonly<Record<SpellingCommand, string>> = {
  complete: 'Wort vervollständigen',
  exchange: 'letzten Buchstaben tauschen',
  'drop-word': 'Wort löschen',
}
const STEPS = { next: 'nächstes Projekt', previous: 'voriges Projekt' } as const

export const germanActs: ActWords = {
  effect,
  action,
}

function effect(effect: ShownEffect): string {
  switch (effect.kind) {
    case 'pointer.move':
      return `Zeiger auf ${Math.round(effect.to.x)}, ${Math.round(effect.to.y)}`
    case 'pointer.press':
      return `${BUTTONS[effect.button].toLowerCase()} gedrückt`
    case 'pointer.release':
      return `${BUTTONS[effect.button].toLowerCase()} losgelassen`
    case 'pointer.click':
      return click(effect.button, effect.count)
    case 'pointer.scroll':
      return scrolling(effect.rightNotches, effect.downNotches)
    case 'pointer.zoom':
      return effect.inNotches > 0 ? 'größer' : 'kleiner'
    case 'key.press':
      return `${chord(effect.keys)} gedrückt`
    case 'key.release':
      return `${chord(effect.keys)} losgelassen`
    case 'key.chord':
      return chord(effect.keys)
    case 'key.text':
      return 'Text getippt'
    case 'spelling':
      return SPELLING[effect.command]
    case 'volume.set':
      return `Lautstärke ${percent(effect.levelRatio)}`
    case 'volume.step':
      return effect.stepRatio < 0 ? 'leiser' : 'lauter'
    case 'volume.mute':
      return muting(effect.muted)
    case 'media':
      return MEDIA[effect.command]
    case 'launch':
      return `${effect.target} geöffnet`
    case 'project.switch':
      return `zu ${effect.project} gewechselt`
    case 'project.step':
      return STEPS[effect.step]
    case 'mode':
      return effect.mode === 'paused' ? 'Pause' : 'Kontrolle abgegeben'
  }
}

function scrolling(right: number, down: number): string {
  const parts = []
  if (down !== 0) parts.push(`${Math.abs(down)} nach ${down > 0 ? 'unten' : 'oben'}`)
  if (right !== 0) parts.push(`${Math.abs(right)} nach ${right > 0 ? 'rechts' : 'links'}`)
  return `${parts.join(', ')} gescrollt`
}

function click(button: MouseButton, count: 1 | 2): string {
  if (count === 1) return `${BUTTONS[button]}klick`
  return button === 'left' ? 'Doppelklick' : `Doppelklick ${BUTTONS[button].toLowerCase()}`
}

function muting(muted: boolean | 'toggle'): string {
  if (muted === 'toggle') return 'Ton aus oder an'
  return muted ? 'Ton aus' : 'Ton an'
}

function action(action: Action): string {
  switch (action.kind) {
    case 'pointer.button':
      return action.button === 'left' ? 'Klick; gehalten: ziehen' : click(action.button, 1)
    case 'pointer.click':
      return click(action.button, action.count)
    case 'pointer.scroll':
      return 'Scrollen durch Bewegen der Hand'
    case 'key.chord':
      return `${spacedChord(action.keys)} drücken`
    case 'key.hold':
      return `${spacedChord(action.keys)} gedrückt halten`
    case 'key.text':
      return `„${action.text}“ tippen`
    case 'spelling':
      return SPELLING[action.command]
    case 'volume.set':
      return `Lautstärke auf ${percent(action.levelRatio)}`
    case 'volume.step':
      return action.stepRatio < 0 ? 'leiser stellen' : 'lauter stellen'
    case 'volume.mute':
      return muting(action.muted)
    case 'media':
      return MEDIA[action.command]
    case 'launch':
      return `${action.target} öffnen`
    case 'axis':
      return axis(action)
    case 'project.switch':
      return `zu ${action.project} wechseln`
    case 'project.step':
      return STEPS[action.step]
    case 'mode':
      return action.mode === 'paused' ? 'Pause' : 'Kontrolle abgeben'
  }
}

const SOURCES: Readonly<Record<AxisAction['source'], string>> = {
  'pinch-distance': 'den Abstand von Daumen und Zeigefinger',
  roll: 'Drehen der Hand',
  height: 'die Höhe der Hand',
  'hands-apart': 'den Abstand der Hände',
}

function axis({ source, target }: AxisAction): string {
  const by = SOURCES[source]
  switch (target.kind) {
    case 'volume':
      return `Lautstärke durch ${by}`
    case 'scroll':
      return `Scrollen durch ${by}`
    case 'zoom':
      return `Größe durch ${by}`
    case 'key':
      return `${spacedChord(target.up)} oder ${spacedChord(target.down)} durch ${by}`
  }
}

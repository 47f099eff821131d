import type {
  AxisAction,
  MediaCommand,
  MouseButton,
  SpellingCommand,
} from '../../../core/action/action.ts'
import type { CheckTemplate } from '../../../core/action/effect-checks.ts'
import type { CapTemplate } from '../../../core/action/effect-traits.ts'
import { chord, percent, spacedChord, type ActionsSaid, type EffectsSaid } from '../acts.ts'
import type { ActionWords } from '../en/actions.ts'

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

const actions: ActionsSaid = {
  'pointer.button': {
    title: 'Maustaste: klicken, gehalten ziehen',
    does: ({ button }) => (button === 'left' ? 'Klick; gehalten: ziehen' : click(button, 1)),
  },
  'pointer.click': { title: 'Sofort klicken', does: ({ button, count }) => click(button, count) },
  'pointer.scroll': {
    title: 'Scrollen durch Bewegen der Hand',
    does: () => 'Scrollen durch Bewegen der Hand',
  },
  'key.chord': { title: 'Tasten drücken', does: ({ keys }) => `${spacedChord(keys)} drücken` },
  'key.hold': {
    title: 'Tasten halten, solange die Geste dauert',
    does: ({ keys }) => `${spacedChord(keys)} gedrückt halten`,
  },
  'key.text': { title: 'Einen Text tippen', does: ({ text }) => `„${text}“ tippen` },
  spelling: {
    title: 'Das Wort, das buchstabiert wird',
    does: ({ command }) => SPELLING[command],
  },
  'volume.set': {
    title: 'Die Lautstärke setzen',
    does: ({ levelRatio }) => `Lautstärke auf ${percent(levelRatio)}`,
  },
  'volume.step': {
    title: 'Lauter oder leiser stellen',
    does: ({ stepRatio }) => (stepRatio < 0 ? 'leiser stellen' : 'lauter stellen'),
  },
  'volume.mute': { title: 'Stumm schalten', does: ({ muted }) => muting(muted) },
  media: {
    title: 'Wiedergabe, Pause, nächster, voriger',
    does: ({ command }) => MEDIA[command],
  },
  launch: {
    title: 'Ein Programm, eine Datei oder Seite öffnen',
    does: ({ target }) => `${target} öffnen`,
  },
  'project.switch': {
    title: 'Zu einem Projekt wechseln',
    does: ({ project }) => `zu ${project} wechseln`,
  },
  'project.step': { title: 'Nächstes oder voriges Projekt', does: ({ step }) => STEPS[step] },
  axis: { title: 'Etwas danach stellen, wie die Hand gehalten wird', does: axis },
  mode: {
    title: 'Pause, oder Kontrolle abgeben',
    does: ({ mode }) => (mode === 'paused' ? 'Pause' : 'Kontrolle abgeben'),
  },
}

const effects: EffectsSaid = {
  'pointer.move': ({ to }) => `Zeiger auf ${Math.round(to.x)}, ${Math.round(to.y)}`,
  'pointer.press': ({ button }) => `${BUTTONS[button].toLowerCase()} gedrückt`,
  'pointer.release': ({ button }) => `${BUTTONS[button].toLowerCase()} losgelassen`,
  'pointer.click': ({ button, count }) => click(button, count),
  'pointer.scroll': ({ rightNotches, downNotches }) => scrolling(rightNotches, downNotches),
  'pointer.zoom': ({ inNotches }) => (inNotches > 0 ? 'größer' : 'kleiner'),
  'key.press': ({ keys }) => `${chord(keys)} gedrückt`,
  'key.release': ({ keys }) => `${chord(keys)} losgelassen`,
  'key.chord': ({ keys }) => chord(keys),
  'key.text': () => 'Text getippt',
  spelling: actions.spelling.does,
  'volume.set': ({ levelRatio }) => `Lautstärke ${percent(levelRatio)}`,
  'volume.step': ({ stepRatio }) => (stepRatio < 0 ? 'leiser' : 'lauter'),
  'volume.mute': actions['volume.mute'].does,
  media: actions.media.does,
  launch: ({ target }) => `${target} geöffnet`,
  'project.switch': ({ project }) => `zu ${project} gewechselt`,
  'project.step': actions['project.step'].does,
  mode: ({ mode }) => (mode === 'paused' ? 'Pause' : 'Kontrolle abgegeben'),
}

export const germanActions: ActionWords = {
  actions,
  effects,
  actionFields: {
    names: {
      button: 'Taste',
      count: 'Wie oft',
      gain: 'Tempo',
      keys: 'Tasten',
      text: 'Text',
      level: 'Lautstärke',
      step: 'Schritt',
      muted: 'Ton',
      command: 'Befehl',
      target: 'Programm, Datei oder Adresse',
      args: 'Mit',
      project: 'Projekt',
      which: 'Was',
    },
    buttons: { left: 'Links', right: 'Rechts', middle: 'Mitte' },
    once: 'Einmal',
    twice: 'Zweimal (Doppelklick)',
    notches: 'Rasten je Handbreite',
    sampleText: 'Hallo',
    muteToggle: 'Stumm, oder zurück',
    mute: 'Stumm',
    unmute: 'Ton an',
    media: {
      'play-pause': 'Wiedergabe oder Pause',
      next: 'Nächster',
      previous: 'Voriger',
      stop: 'Beenden',
    },
    spelling: {
      complete: 'Vervollständigen',
      exchange: 'Anderer letzter Buchstabe: der nächstwahrscheinliche',
      'drop-word': 'Löschen',
    },
    next: 'Nächstes',
    previous: 'Voriges',
    axis: {
      source: 'Durch',
      sources: {
        roll: 'Drehen der Hand',
        height: 'Die Höhe der Hand',
        'pinch-distance': 'Den Abstand von Daumen und Finger',
        'hands-apart': 'Hände auseinander und zusammen',
      },
      target: 'Stellt',
      targets: {
        volume: 'Lautstärke',
        vertical: 'Scrollen nach oben und unten',
        horizontal: 'Scrollen nach links und rechts',
        zoom: 'Größe',
        arrows: 'Pfeiltasten links und rechts',
      },
      mode: 'Wie',
      modes: {
        relative: 'Von da aus, wo es ist',
        absolute: 'Gleicher Ort, gleicher Wert',
        rate: 'Je weiter, desto schneller',
      },
      deadZone: 'Ruhe um die Mitte',
    },
    stopActing: 'Kontrolle abgeben, bis die Hand wieder gehoben wird',
    pause: 'Pause: Kamera schließen',
  },
}

/** Why an effect may not happen, and what there may be too many of. */
export const effectSentences = {
  'A text of {} characters was not typed; {} is the most.':
    'Ein Text von {} Zeichen wurde nicht getippt; {} sind das meiste.',
  'The pointer was not moved: its target is not a number.':
    'Der Zeiger wurde nicht bewegt: Sein Ziel ist keine Zahl.',
  'Nothing was scrolled: the distance is not a number.':
    'Nichts wurde gescrollt: Der Weg ist keine Zahl.',
  'A zoom that is not a number was not done.':
    'Die Größe wurde nicht geändert: Der Schritt ist keine Zahl.',
  'A volume that is not a number was not set.':
    'Die Lautstärke wurde nicht gesetzt: Sie ist keine Zahl.',
  'A volume step that is not a number was not taken.':
    'Die Lautstärke wurde nicht geändert: Der Schritt ist keine Zahl.',
  'There is no key called {}.': 'Es gibt keine Taste namens {}.',
  'pointer moves': 'Zeigerbewegungen',
  clicks: 'Klicks',
  'scroll steps': 'Scroll-Schritte',
  'key presses': 'Tastendrücke',
  texts: 'Texte',
  'media commands': 'Medienbefehle',
  'program starts': 'Programmstarts',
} satisfies Readonly<Record<CheckTemplate | CapTemplate, string>>

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

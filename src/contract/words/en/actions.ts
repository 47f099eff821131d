import type { AxisAction, MediaCommand, SpellingCommand } from '../../../core/action/action.ts'
import type { Said } from '../said.ts'
import { chord, percent, spacedChord, type ActionsSaid, type EffectsSaid } from '../acts.ts'

const SPELLING: Readonly<Record<SpellingCommand, string>> = {
  complete: 'complete the word',
  exchange: 'exchange the last letter',
  'drop-word': 'delete the word',
}

const actions: ActionsSaid = {
  'pointer.button': {
    title: 'Mouse button: click, or hold to drag',
    does: ({ button }) => (button === 'left' ? 'click; hold to drag' : `${button} click`),
  },
  'pointer.click': { title: 'Click at once', does: ({ button, count }) => click(button, count) },
  'pointer.scroll': {
    title: 'Scroll by moving the hand',
    does: () => 'scroll by moving the hand',
  },
  'key.chord': { title: 'Press keys', does: ({ keys }) => `press ${spacedChord(keys)}` },
  'key.hold': {
    title: 'Hold keys as long as the gesture',
    does: ({ keys }) => `hold ${spacedChord(keys)}`,
  },
  'key.text': { title: 'Type a text', does: ({ text }) => `type “${text}”` },
  spelling: {
    title: 'The word that is being spelled',
    does: ({ command }) => SPELLING[command],
  },
  'volume.set': {
    title: 'Set the volume',
    does: ({ levelRatio }) => `volume to ${percent(levelRatio)}`,
  },
  'volume.step': {
    title: 'Turn the volume up or down',
    does: ({ stepRatio }) => (stepRatio < 0 ? 'turn the volume down' : 'turn the volume up'),
  },
  'volume.mute': { title: 'Mute', does: ({ muted }) => muting(muted) },
  media: {
    title: 'Play, pause, next, previous',
    does: ({ command }) => command.replaceAll('-', ' / '),
  },
  launch: { title: 'Open a program, file or page', does: ({ target }) => `open ${target}` },
  'project.switch': { title: 'Switch to a project', does: ({ project }) => `switch to ${project}` },
  'project.step': { title: 'Next or previous project', does: ({ step }) => `${step} project` },
  axis: { title: 'Set something by how the hand is held', does: axis },
  mode: {
    title: 'Pause or stop acting',
    does: ({ mode }) => (mode === 'paused' ? 'pause' : 'stop acting'),
  },
}

const effects: EffectsSaid = {
  'pointer.move': ({ to }) => `move to ${Math.round(to.x)}, ${Math.round(to.y)}`,
  'pointer.press': ({ button }) => `hold ${button}`,
  'pointer.release': ({ button }) => `let go ${button}`,
  'pointer.click': ({ button, count }) => click(button, count),
  'pointer.scroll': ({ rightNotches, downNotches }) => scrolling(rightNotches, downNotches),
  'pointer.zoom': ({ inNotches }) => (inNotches > 0 ? 'zoom in' : 'zoom out'),
  'key.press': ({ keys }) => `hold ${chord(keys)}`,
  'key.release': ({ keys }) => `let go ${chord(keys)}`,
  'key.chord': ({ keys }) => `press ${chord(keys)}`,
  'key.text': () => 'type text',
  spelling: actions.spelling.does,
  'volume.set': ({ levelRatio }) => `volume ${percent(levelRatio)}`,
  'volume.step': ({ stepRatio }) => (stepRatio < 0 ? 'volume down' : 'volume up'),
  'volume.mute': actions['volume.mute'].does,
  media: actions.media.does,
  launch: actions.launch.does,
  'project.switch': actions['project.switch'].does,
  'project.step': actions['project.step'].does,
  mode: actions.mode.does,
}

/** What people choose about an action, where they edit it. */
const actionFields = {
  names: {
    button: 'Button',
    count: 'How often',
    gain: 'Speed',
    keys: 'Keys',
    text: 'Text',
    level: 'Volume',
    step: 'Step',
    muted: 'Sound',
    command: 'Command',
    target: 'Program, file or address',
    args: 'With',
    project: 'Project',
    which: 'Which',
  },
  buttons: { left: 'Left', right: 'Right', middle: 'Middle' },
  once: 'Once',
  twice: 'Twice (double click)',
  notches: 'notches per palm',
  sampleText: 'Hello',
  muteToggle: 'Mute, or back',
  mute: 'Mute',
  unmute: 'Unmute',
  media: {
    'play-pause': 'Play or pause',
    next: 'Next',
    previous: 'Previous',
    stop: 'Stop',
  } satisfies Record<MediaCommand, string>,
  spelling: {
    complete: 'Complete it',
    exchange: 'Another last letter: the next likeliest',
    'drop-word': 'Delete it',
  } satisfies Record<SpellingCommand, string>,
  next: 'Next',
  previous: 'Previous',
  axis: {
    source: 'By',
    sources: {
      roll: 'Turning the hand',
      height: 'The height of the hand',
      'pinch-distance': 'The distance of thumb and finger',
      'hands-apart': 'Hands apart and together',
    },
    target: 'Sets',
    targets: {
      volume: 'Volume',
      vertical: 'Scrolling up and down',
      horizontal: 'Scrolling left and right',
      zoom: 'Zoom',
      arrows: 'Arrow keys left and right',
    },
    mode: 'How',
    modes: {
      relative: 'From where it is',
      absolute: 'The same place, the same value',
      rate: 'The farther, the faster',
    },
    deadZone: 'Rest around the middle',
  },
  stopActing: 'Stop acting until the palm is raised',
  pause: 'Pause: close the camera',
} as const

/** All that is said of actions and of what comes of them, in one language. */
export interface ActionWords {
  readonly actions: ActionsSaid
  readonly effects: EffectsSaid
  readonly actionFields: Said<typeof actionFields>
}

export const englishActions: ActionWords = { actions, effects, actionFields }

const click = (button: string, count: 1 | 2): string =>
  `${count === 2 ? 'double click' : 'click'} ${button}`

function scrolling(right: number, down: number): string {
  const parts = []
  if (down !== 0) parts.push(`${down > 0 ? 'down' : 'up'} ${Math.abs(down)}`)
  if (right !== 0) parts.push(`${right > 0 ? 'right' : 'left'} ${Math.abs(right)}`)
  return `scroll ${parts.join(', ')}`
}

function muting(muted: boolean | 'toggle'): string {
  if (muted === 'toggle') return 'mute or unmute'
  return muted ? 'mute' : 'unmute'
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

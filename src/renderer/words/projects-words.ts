import type { ProjectOrigin } from '../../contract/project-channels.ts'
import type { Binding, Trigger } from '../../core/project/project.ts'

export const projectsWords = {
  title: 'Projects',
  intro: 'What your hand does, for one kind of work each. One of them is in force.',
  create: 'New project',
  newName: 'My project',
  import: 'Import',
  importFailed: 'This file could not be read.',
  imported: (name: string, inactive: number) =>
    inactive === 0
      ? `“${name}” was imported.`
      : `“${name}” was imported; ${inactive} of its gestures are not known here and do nothing.`,
  inForce: 'In force',
  use: 'Use',
  edit: 'Edit',
  duplicate: 'Duplicate',
  export: 'Export',
  remove: 'Delete',
  reset: 'Reset',
  up: 'Move up',
  down: 'Move down',
  removed: (name: string) => `“${name}” was deleted.`,
  wasReset: (name: string) => `“${name}” is as it was shipped.`,
  undo: 'Undo',
  redo: 'Redo',
  none: 'There is no project. Make one, or import one.',
  inactive: (count: number) =>
    count === 1 ? '1 gesture does nothing here' : `${count} gestures do nothing here`,
  origins: { shipped: '', changed: 'Changed by you', own: 'Yours' } satisfies Record<
    ProjectOrigin,
    string
  >,
  gestures: (count: number) => (count === 1 ? '1 gesture' : `${count} gestures`),
  more: 'More for',
} as const

export const editorWords = {
  back: 'All projects',
  loading: 'One moment.',
  name: 'Name',
  about: 'What it is for',
  saved: 'Saved',
  saving: 'Saving',
  notSaved: 'Not saved:',
  conflict: 'This project was changed elsewhere meanwhile.',
  takeTheirs: 'Take that one',
  keepMine: 'Keep mine',
  gone: 'This project is no longer there.',
  bindings: 'Gestures and what they do',
  noBindings: 'No gesture does anything here yet.',
  add: 'Add a gesture',
  closeCard: 'Done',
  removeBinding: 'Remove',
  gesture: 'Gesture',
  hand: 'Hand',
  hands: {
    either: 'Either hand',
    left: 'Left hand',
    right: 'Right hand',
    both: 'Both hands',
  } satisfies Record<Binding['hand'], string>,
  mode: 'When',
  modes: {
    once: 'Once',
    hold: 'As long as it lasts',
    repeat: 'Again and again',
    toggle: 'On with one, off with the next',
  } satisfies Record<Trigger['mode'], string>,
  dwell: 'Held for',
  every: 'Every',
  minScore: 'At least this sure',
  action: 'Does',
  companions: {
    add: 'Ask for a second gesture',
    remove: 'Without this gesture',
    kind: 'Second gesture',
    kinds: { held: 'Held meanwhile', after: 'Made just before', together: 'Made at once' },
    hands: {
      other: 'The other hand',
      same: 'The same hand',
      either: 'Either hand',
      left: 'Left hand',
      right: 'Right hand',
      both: 'Both hands',
    },
    within: 'Within',
  },
  conflictWith: (others: string) => `The same gesture also does: ${others}. Both will happen.`,
  keysHint: 'Names joined by +, for example ctrl + shift + t',
  unknownKeys: (names: string) => `There is no key called ${names}.`,
  pointer: {
    title: 'Pointing',
    enabled: 'The hand moves the pointer',
    clicks: 'Gestures click',
    others: 'Other gestures act',
    hand: 'Points with',
    hands: { either: 'Either hand', left: 'Left', right: 'Right' },
    mode: 'Moves',
    modes: { absolute: 'To where the hand is', relative: 'Like a trackpad' },
    clickSource: 'Clicks by',
    clickSources: { gesture: 'Gestures', dwell: 'Keeping still', both: 'Both' },
    dwell: 'Still for',
    dwellNote: 'The ring fills while the pointer keeps still.',
    dwellClick: 'Keeping still does',
    dwellClicks: {
      left: 'Click',
      double: 'Double click',
      right: 'Right click',
      middle: 'Middle click',
      drag: 'Begin or end a drag',
    },
    speed: 'Speed per palm',
    acceleration: 'Fast movement goes farther',
    reach: 'Reach',
    reachNote: 'How far the hand moves for the whole screen. Less is faster.',
    steadiness: 'Follows a still hand',
    steadinessNote: 'Less trembles less, and comes a little later.',
    quickness: 'Follows a quick hand',
    quicknessNote: 'More keeps up with fast movement.',
    dragDelay: 'Drag after',
    dragDistance: 'or past',
    dragLock: 'A drag goes on until the next pinch',
    dragLockNote: 'For those who cannot hold a pinch.',
    inertia: 'Scrolling comes to rest by itself',
    palms: 'palms',
  },
  switching: {
    title: 'Comes into force by itself',
    intro: 'While a program is in front whose name or title holds these words.',
    program: 'Program',
    window: 'Title',
    add: 'Add a program',
    remove: 'Remove this rule',
    sticky: 'Chosen by hand it stays, whatever is in front',
  },
  preview: {
    title: 'Try it',
    intro: 'Your hand moves the dot, and nothing reaches your system.',
    start: 'Try it here',
    stop: 'Stop trying',
    noCamera: 'The camera must be on.',
    pad: 'What your hand would do',
    nothingYet: 'Make a gesture.',
  },
} as const

/** When a binding acts, in a few words; empty for a plain one. */
export function triggerWords({ mode, dwellMs, repeatMs }: Trigger): string {
  const parts = []
  if (mode !== 'once') parts.push(editorWords.modes[mode].toLowerCase())
  if (mode === 'repeat') parts.push(`every ${repeatMs} ms`)
  if (dwellMs > 0) parts.push(`held for ${(dwellMs / 1000).toFixed(1)} s`)
  return parts.join(', ')
}

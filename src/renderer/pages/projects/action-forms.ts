import { actionFieldWords as words } from '../../../contract/words/act-words.ts'
import type { Action, ActionKind, ActionOf } from '../../../core/action/action.ts'

/** Words are asked for when they are shown: the language may change meanwhile. */
type Text = () => string

interface Option {
  readonly value: unknown
  readonly text: Text
  /** What else changes with it. */
  readonly brings?: Readonly<Record<string, unknown>>
}

/** One thing to be said about an action, as data: the editor draws it. */
export type ActionField = { readonly name: string; readonly text: Text } & (
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | {
      readonly kind: 'number'
      readonly min: number
      readonly max: number
      readonly step: number
      readonly unit: Text
      /** Of the value as shown to the value as kept. */
      readonly per?: number
    }
  | { readonly kind: 'text' | 'keys' | 'words' | 'project' }
)

export interface ActionForm<Kind extends ActionKind> {
  /** What it is when it is chosen. */
  readonly start: ActionOf<Kind>
  readonly fields: readonly ActionField[]
}

const BUTTON: ActionField = {
  ...{ kind: 'choice', name: 'button', text: () => words.names.button },
  options: [
    { value: 'left', text: () => words.buttons.left },
    { value: 'right', text: () => words.buttons.right },
    { value: 'middle', text: () => words.buttons.middle },
  ],
}
const KEYS: ActionField = { kind: 'keys', name: 'keys', text: () => words.names.keys }

const AXIS_MODES = ['relative', 'absolute', 'rate'] as const
const SPELLING = ['complete', 'exchange', 'drop-word'] as const
const MEDIA = ['play-pause', 'next', 'previous', 'stop'] as const
const AXIS_FIELDS: readonly ActionField[] = [
  {
    ...{ kind: 'choice', name: 'source', text: () => words.axis.source },
    options: [
      { value: 'roll', text: () => words.axis.sources.roll, brings: { from: -45, to: 45 } },
      { value: 'height', text: () => words.axis.sources.height, brings: { from: 0.7, to: 0.3 } },
      {
        ...{ value: 'pinch-distance', text: () => words.axis.sources['pinch-distance'] },
        brings: { from: 0.2, to: 1.2 },
      },
      {
        value: 'hands-apart',
        text: () => words.axis.sources['hands-apart'],
        brings: { from: 1, to: 5 },
      },
    ],
  },
  {
    ...{ kind: 'choice', name: 'target', text: () => words.axis.target },
    options: [
      { value: { kind: 'volume' }, text: () => words.axis.targets.volume },
      {
        value: { kind: 'scroll', direction: 'vertical', steps: 20 },
        text: () => words.axis.targets.vertical,
      },
      {
        ...{ value: { kind: 'scroll', direction: 'horizontal', steps: 20 } },
        text: () => words.axis.targets.horizontal,
      },
      { value: { kind: 'zoom', steps: 10 }, text: () => words.axis.targets.zoom },
      {
        ...{ value: { kind: 'key', up: ['right'], down: ['left'], steps: 10 } },
        text: () => words.axis.targets.arrows,
      },
    ],
  },
  {
    ...{ kind: 'choice', name: 'mode', text: () => words.axis.mode },
    options: AXIS_MODES.map((value) => ({ value, text: () => words.axis.modes[value] })),
  },
  {
    ...{ kind: 'number', name: 'deadZone', text: () => words.axis.deadZone, unit: () => '%' },
    ...{ min: 0, max: 50, step: 5, per: 100 },
  },
]

export const actionForms: { readonly [Kind in ActionKind]: ActionForm<Kind> } = {
  'pointer.button': {
    start: { kind: 'pointer.button', button: 'left' },
    fields: [BUTTON],
  },
  'pointer.click': {
    start: { kind: 'pointer.click', button: 'left', count: 1 },
    fields: [
      BUTTON,
      {
        ...{ kind: 'choice', name: 'count', text: () => words.names.count },
        options: [
          { value: 1, text: () => words.once },
          { value: 2, text: () => words.twice },
        ],
      },
    ],
  },
  'pointer.scroll': {
    start: { kind: 'pointer.scroll', gain: 6 },
    fields: [
      {
        kind: 'number',
        name: 'gain',
        text: () => words.names.gain,
        min: -30,
        max: 30,
        step: 1,
        unit: () => words.notches,
      },
    ],
  },
  'key.chord': {
    start: { kind: 'key.chord', keys: ['space'] },
    fields: [KEYS],
  },
  'key.hold': {
    start: { kind: 'key.hold', keys: ['shift'] },
    fields: [KEYS],
  },
  'key.text': {
    get start() {
      return { kind: 'key.text' as const, text: words.sampleText }
    },
    fields: [{ kind: 'text', name: 'text', text: () => words.names.text }],
  },
  spelling: {
    start: { kind: 'spelling', command: 'complete' },
    fields: [
      {
        ...{ kind: 'choice', name: 'command', text: () => words.names.command },
        options: SPELLING.map((value) => ({ value, text: () => words.spelling[value] })),
      },
    ],
  },
  'volume.set': {
    start: { kind: 'volume.set', levelRatio: 0.5 },
    fields: [
      {
        kind: 'number',
        name: 'levelRatio',
        text: () => words.names.level,
        min: 0,
        max: 100,
        step: 5,
        unit: () => '%',
        per: 100,
      },
    ],
  },
  'volume.step': {
    start: { kind: 'volume.step', stepRatio: 0.05 },
    fields: [
      {
        kind: 'number',
        name: 'stepRatio',
        text: () => words.names.step,
        min: -50,
        max: 50,
        step: 5,
        unit: () => '%',
        per: 100,
      },
    ],
  },
  'volume.mute': {
    start: { kind: 'volume.mute', muted: 'toggle' },
    fields: [
      {
        ...{ kind: 'choice', name: 'muted', text: () => words.names.muted },
        options: [
          { value: 'toggle', text: () => words.muteToggle },
          { value: true, text: () => words.mute },
          { value: false, text: () => words.unmute },
        ],
      },
    ],
  },
  media: {
    start: { kind: 'media', command: 'play-pause' },
    fields: [
      {
        ...{ kind: 'choice', name: 'command', text: () => words.names.command },
        options: MEDIA.map((value) => ({ value, text: () => words.media[value] })),
      },
    ],
  },
  launch: {
    start: { kind: 'launch', target: 'https://example.org', args: [] },
    fields: [
      { kind: 'text', name: 'target', text: () => words.names.target },
      { kind: 'words', name: 'args', text: () => words.names.args },
    ],
  },
  'project.switch': {
    start: { kind: 'project.switch', project: 'desktop' },
    fields: [{ kind: 'project', name: 'project', text: () => words.names.project }],
  },
  'project.step': {
    start: { kind: 'project.step', step: 'next' },
    fields: [
      {
        ...{ kind: 'choice', name: 'step', text: () => words.names.which },
        options: [
          { value: 'next', text: () => words.next },
          { value: 'previous', text: () => words.previous },
        ],
      },
    ],
  },
  axis: {
    start: {
      ...{ kind: 'axis', source: 'roll', from: -45, to: 45, deadZone: 0.05, mode: 'relative' },
      target: { kind: 'volume' },
    },
    fields: AXIS_FIELDS,
  },
  mode: {
    start: { kind: 'mode', mode: 'watching' },
    fields: [
      {
        ...{ kind: 'choice', name: 'mode', text: () => words.names.which },
        options: [
          { value: 'watching', text: () => words.stopActing },
          { value: 'paused', text: () => words.pause },
        ],
      },
    ],
  },
}

export const ACTION_KINDS = Object.keys(actionForms).filter(
  (kind): kind is ActionKind => kind in actionForms,
)

/** What an action says in a field; undefined where it has no such field. */
export function fieldValue(action: Action, name: string): unknown {
  return Object.entries(action).find(([key]) => key === name)?.[1]
}

/** Which of a choice's options an action has, as its place in the list; -1 for none of them. */
export function optionAt(action: Action, field: ActionField & { readonly kind: 'choice' }): number {
  const said = JSON.stringify(fieldValue(action, field.name))
  return field.options.findIndex(({ value }) => JSON.stringify(value) === said)
}

export function withOptionChosen(
  action: Action,
  field: ActionField & { readonly kind: 'choice' },
  index: number,
): Action {
  const option = field.options[index]
  if (!option) return action
  return { ...action, ...option.brings, [field.name]: option.value } as Action
}

/** The action with one field changed. The host checks it whole before it is kept. */
export function withField(action: Action, field: ActionField, value: unknown): Action {
  const kept = field.kind === 'number' ? Number(value) / (field.per ?? 1) : value
  return { ...action, [field.name]: kept } as Action
}

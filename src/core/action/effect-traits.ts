import { sentence, type Say, type Sentence } from '../sentence/sentence.ts'
import type { Effect, EffectKind, EffectOf } from './effect.ts'
import type { Checked, Machine } from './effect-checks.ts'
import {
  asItIs,
  atMostFull,
  moveInside,
  ofKnownKeys,
  pressInside,
  typeable,
  upToFull,
  wholeNotches,
  wholeZoom,
} from './effect-checks.ts'

/** What is done of one lane is done in order; lanes do not wait for one another. */
export type EffectQueueName = 'input' | 'volume' | 'media' | 'launch'

/** At most `count` within any `perMs`. */
export interface RateCap {
  readonly count: number
  readonly perMs: number
}

/** What there may be too many of, as people are told. */
export type CapTemplate =
  | 'pointer moves'
  | 'clicks'
  | 'scroll steps'
  | 'key presses'
  | 'texts'
  | 'media commands'
  | 'program starts'
const say: Say<CapTemplate> = sentence

/** Above what a hand can mean (the fastest clickers reach 12/s), below what would make a desktop unusable. */
const caps = {
  move: { count: 250, perMs: 1000, called: say('pointer moves') },
  click: { count: 12, perMs: 1000, called: say('clicks') },
  scroll: { count: 120, perMs: 1000, called: say('scroll steps') },
  key: { count: 15, perMs: 1000, called: say('key presses') },
  text: { count: 4, perMs: 1000, called: say('texts') },
  media: { count: 4, perMs: 1000, called: say('media commands') },
  launch: { count: 1, perMs: 2000, called: say('program starts') },
} as const satisfies Readonly<Record<string, RateCap & { readonly called: Sentence }>>

export type CapKind = keyof typeof caps
export const effectCaps: Readonly<Record<CapKind, RateCap & { readonly called: Sentence }>> = caps

/** All that is to be known of a kind of effect but how it is carried out. */
export interface EffectTraits<Kind extends EffectKind> {
  readonly queue: EffectQueueName
  /** What it counts against; absent for what must always pass (releases) or replaces itself (volume). */
  readonly cap?: CapKind
  /** One effect for two, where the first still waits; absent, or undefined, where both must happen. */
  readonly merge?: (waiting: EffectOf<Kind>, next: EffectOf<Kind>) => EffectOf<Kind> | undefined
  readonly check: (effect: EffectOf<Kind>, machine: Machine) => Checked<EffectOf<Kind>>
  /** The word under way is over: other keys were pressed, or typing may go elsewhere from here on. */
  readonly endsWord: boolean
  /** The app does it itself: the system never hears of it. */
  readonly isDoneByApp?: true
}

type Traits = { readonly [Kind in EffectKind]: EffectTraits<Kind> }

const newestOfTwo = <One>(_waiting: One, next: One): One => next

/** What is relative adds up, so that no movement is lost; presses, releases, clicks and keys are never merged. */
const traits = {
  'pointer.move': {
    queue: 'input',
    cap: 'move',
    merge: newestOfTwo,
    check: moveInside,
    endsWord: false,
  },
  'pointer.press': { queue: 'input', cap: 'click', check: pressInside, endsWord: true },
  'pointer.release': { queue: 'input', check: asItIs, endsWord: false },
  'pointer.click': { queue: 'input', cap: 'click', check: pressInside, endsWord: true },
  'pointer.scroll': {
    queue: 'input',
    cap: 'scroll',
    merge: (waiting, next) => ({
      kind: 'pointer.scroll',
      rightNotches: waiting.rightNotches + next.rightNotches,
      downNotches: waiting.downNotches + next.downNotches,
    }),
    check: wholeNotches,
    endsWord: false,
  },
  'pointer.zoom': {
    queue: 'input',
    cap: 'scroll',
    merge: (waiting, next) => ({
      kind: 'pointer.zoom',
      inNotches: waiting.inNotches + next.inNotches,
    }),
    check: wholeZoom,
    endsWord: false,
  },
  'key.press': { queue: 'input', cap: 'key', check: ofKnownKeys, endsWord: true },
  'key.release': { queue: 'input', check: ofKnownKeys, endsWord: false },
  'key.chord': { queue: 'input', cap: 'key', check: ofKnownKeys, endsWord: true },
  'key.text': { queue: 'input', cap: 'text', check: typeable, endsWord: false },
  spelling: { queue: 'input', check: asItIs, endsWord: false, isDoneByApp: true },
  'volume.set': { queue: 'volume', merge: newestOfTwo, check: upToFull, endsWord: false },
  'volume.step': {
    queue: 'volume',
    merge: (waiting, next) => ({
      kind: 'volume.step',
      stepRatio: waiting.stepRatio + next.stepRatio,
    }),
    check: atMostFull,
    endsWord: false,
  },
  'volume.mute': {
    queue: 'volume',
    // A toggle goes by what was before it.
    merge: (_waiting, next) => (next.muted === 'toggle' ? undefined : next),
    check: asItIs,
    endsWord: false,
  },
  media: { queue: 'media', cap: 'media', check: asItIs, endsWord: false },
  launch: { queue: 'launch', cap: 'launch', check: asItIs, endsWord: true },
  'project.switch': { queue: 'input', check: asItIs, endsWord: true, isDoneByApp: true },
  'project.step': { queue: 'input', check: asItIs, endsWord: true, isDoneByApp: true },
  mode: { queue: 'input', check: asItIs, endsWord: true, isDoneByApp: true },
} as const satisfies Traits

/** A row per kind of effect: one that lacks a row, or says too little in it, does not compile. */
export const effectTraits: Traits = traits

/** What the app does itself: no sink has to know it. */
export type OwnEffectKind = {
  [Kind in EffectKind]: (typeof traits)[Kind] extends { readonly isDoneByApp: true } ? Kind : never
}[EffectKind]
export type OwnEffect = EffectOf<OwnEffectKind>

export const isOurs = (effect: Effect): effect is OwnEffect =>
  effectTraits[effect.kind].isDoneByApp === true

/** The effect as it may reach the system: finite, inside the desktop, of known keys; or why it may not. */
export const checkEffect = (effect: Effect, machine: Machine): Checked =>
  checkOfKind(effect.kind, effect, machine)

const checkOfKind = <Kind extends EffectKind>(
  kind: Kind,
  effect: EffectOf<Kind>,
  machine: Machine,
): Checked<EffectOf<Kind>> => effectTraits[kind].check(effect, machine)

/** One effect in place of the one that waits and the next; undefined where both must happen. */
export const mergeEffects = (waiting: Effect, next: Effect): Effect | undefined =>
  waiting.kind === next.kind ? mergeOfKind(next.kind, waiting, next) : undefined

const mergeOfKind = <Kind extends EffectKind>(
  kind: Kind,
  waiting: EffectOf<Kind>,
  next: EffectOf<Kind>,
): EffectOf<Kind> | undefined => effectTraits[kind].merge?.(waiting, next)

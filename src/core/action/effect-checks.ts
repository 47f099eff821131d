import { clampToDesktop } from '../geometry/desktop.ts'
import type { Desktop, ScreenPoint } from '../geometry/point.ts'
import { clamp } from '../geometry/vector.ts'
import { sentence, type Say, type Sentence } from '../sentence/sentence.ts'
import type { KeyName } from './action.ts'
import type { Effect, EffectOf } from './effect.ts'

/** What a check has to know of the machine that the effect is for. */
export interface Machine {
  readonly desktop: Desktop
  /** Whether the keyboard has a key of this name. */
  readonly isKey: (name: KeyName) => boolean
}

/** The effect as it may reach the system; or why it may not, in words for people. */
export type Checked<One extends Effect = Effect> =
  | { readonly ok: true; readonly value: One }
  | { readonly ok: false; readonly problem: { readonly message: Sentence } }

/** All that checks say. Whatever stands here has a translation in the catalogues of actions. */
export type CheckTemplate =
  | 'The pointer was not moved: its target is not a number.'
  | 'Nothing was scrolled: the distance is not a number.'
  | 'A zoom that is not a number was not done.'
  | 'There is no key called {}.'
  | 'A text of {} characters was not typed; {} is the most.'
  | 'A volume that is not a number was not set.'
  | 'A volume step that is not a number was not taken.'
const say: Say<CheckTemplate> = sentence

/** More notches than a hand can mean at once. */
const MAX_NOTCHES = 50
const MAX_TEXT_LENGTH = 2000

const ok = <One extends Effect>(value: One): Checked<One> => ({ ok: true, value })
const failed = (message: Sentence): Checked<never> => ({ ok: false, problem: { message } })

/** Nothing about it can be wrong. */
export const asItIs = ok

export const moveInside = (
  { to }: EffectOf<'pointer.move'>,
  machine: Machine,
): Checked<EffectOf<'pointer.move'>> =>
  withPointInside(to, machine, (at) => ({ kind: 'pointer.move', to: at }))

export const pressInside = <One extends EffectOf<'pointer.press' | 'pointer.click'>>(
  effect: One,
  machine: Machine,
): Checked<One> => withPointInside(effect.at, machine, (at) => ({ ...effect, at }))

export function wholeNotches({
  rightNotches: right,
  downNotches: down,
}: EffectOf<'pointer.scroll'>): Checked<EffectOf<'pointer.scroll'>> {
  if (!Number.isFinite(right) || !Number.isFinite(down)) {
    return failed(say('Nothing was scrolled: the distance is not a number.'))
  }
  const checkNotches = (value: number): number =>
    clamp(Math.trunc(value), -MAX_NOTCHES, MAX_NOTCHES)
  return ok({
    kind: 'pointer.scroll',
    rightNotches: checkNotches(right),
    downNotches: checkNotches(down),
  })
}

export const wholeZoom = ({
  inNotches,
}: EffectOf<'pointer.zoom'>): Checked<EffectOf<'pointer.zoom'>> =>
  Number.isFinite(inNotches)
    ? ok({
        kind: 'pointer.zoom',
        inNotches: Math.round(clamp(inNotches, -MAX_NOTCHES, MAX_NOTCHES)),
      })
    : failed(say('A zoom that is not a number was not done.'))

export function ofKnownKeys<One extends EffectOf<'key.press' | 'key.release' | 'key.chord'>>(
  effect: One,
  { isKey }: Machine,
): Checked<One> {
  const unknown = effect.keys.filter((key) => !isKey(key))
  if (unknown.length === 0) return ok(effect)
  return failed(say('There is no key called {}.', unknown.map((key) => `"${key}"`).join(', ')))
}

export const typeable = (effect: EffectOf<'key.text'>): Checked<EffectOf<'key.text'>> =>
  effect.text.length <= MAX_TEXT_LENGTH
    ? ok(effect)
    : failed(
        say(
          'A text of {} characters was not typed; {} is the most.',
          effect.text.length,
          MAX_TEXT_LENGTH,
        ),
      )

export const upToFull = ({
  levelRatio,
}: EffectOf<'volume.set'>): Checked<EffectOf<'volume.set'>> =>
  Number.isFinite(levelRatio)
    ? ok({ kind: 'volume.set', levelRatio: clamp(levelRatio, 0, 1) })
    : failed(say('A volume that is not a number was not set.'))

export const atMostFull = ({
  stepRatio,
}: EffectOf<'volume.step'>): Checked<EffectOf<'volume.step'>> =>
  Number.isFinite(stepRatio)
    ? ok({ kind: 'volume.step', stepRatio: clamp(stepRatio, -1, 1) })
    : failed(say('A volume step that is not a number was not taken.'))

function withPointInside<One extends Effect>(
  point: ScreenPoint,
  { desktop }: Machine,
  build: (point: ScreenPoint) => One,
): Checked<One> {
  if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) {
    return failed(say('The pointer was not moved: its target is not a number.'))
  }
  const { x, y } = clampToDesktop(point, desktop)
  return ok(build({ x: Math.round(x), y: Math.round(y) }))
}

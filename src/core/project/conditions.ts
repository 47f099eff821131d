import type { GestureEvent, GestureHand, GestureId } from '../gesture/gesture-event.ts'
import type { Condition, ConditionHand } from './condition.ts'
import type { Binding } from './project.ts'

/** A gesture that lasts. */
export interface ActiveGesture {
  readonly gesture: GestureId
  readonly hand: GestureHand
  readonly beganAtMs: number
}

/** What went on besides a binding's own gesture. */
export interface Company {
  readonly atMs: number
  readonly active: readonly ActiveGesture[]
  /** Beginnings of the last seconds, oldest first. */
  readonly began: readonly ActiveGesture[]
}

/** A gesture as a binding waits for it: whose hand, and since when. */
export interface OwnGesture {
  readonly hand: GestureHand
  readonly beganAtMs: number
}

/** `never`: not with this life of the gesture. */
export type CompanyVerdict = 'complete' | 'not-yet' | 'never'

/** As long as any companion may be waited for, see the project schema. */
const LONGEST_MS = 5000

/** The beginnings that may still matter, with those of this frame. */
export function rememberBegan(
  began: readonly ActiveGesture[],
  events: readonly GestureEvent[],
  atMs: number,
): readonly ActiveGesture[] {
  const fresh = events.filter(({ phase }) => phase === 'began')
  if (fresh.length === 0 && began.length === 0) return began
  return [
    ...began.filter(({ beganAtMs }) => atMs - beganAtMs <= LONGEST_MS),
    ...fresh.map(({ gesture, hand }) => ({ gesture, hand, beganAtMs: atMs })),
  ]
}

/** Whether everything that a binding needs besides its own gesture is there. */
export function verdictOn(
  { companions }: Binding,
  own: OwnGesture,
  company: Company,
): CompanyVerdict {
  let verdict: CompanyVerdict = 'complete'
  for (const condition of companions) {
    const one = verdictOnOne(condition, own, company)
    if (one === 'never') return 'never'
    if (one === 'not-yet') verdict = 'not-yet'
  }
  return verdict
}

function verdictOnOne(condition: Condition, own: OwnGesture, company: Company): CompanyVerdict {
  const isConditionGesture = (one: ActiveGesture): boolean =>
    one.gesture === condition.gesture && isHand(condition.hand, own.hand, one.hand)
  switch (condition.kind) {
    case 'held':
      return company.active.some(isConditionGesture) ? 'complete' : 'not-yet'
    case 'after': {
      const { withinMs } = condition
      const sinceMs = company.began
        .filter((one) => isConditionGesture(one) && one.beganAtMs < own.beganAtMs)
        .map((one) => own.beganAtMs - one.beganAtMs)
      return sinceMs.some((ms) => ms <= withinMs) ? 'complete' : 'never'
    }
    case 'together': {
      const { withinMs } = condition
      const isWithinTime = (one: ActiveGesture): boolean =>
        isConditionGesture(one) && Math.abs(one.beganAtMs - own.beganAtMs) <= withinMs
      if (company.active.some(isWithinTime)) return 'complete'
      return company.atMs - own.beganAtMs > withinMs ? 'never' : 'not-yet'
    }
  }
}

/**
 * The more a binding asks for, the more it is meant: while another binding of the same gesture has all that it needs, or two at
 * once may still become complete, this one waits its turn. Undefined: no other is in the way.
 */
export function outdoneBy(
  binding: Binding,
  own: OwnGesture,
  bindings: readonly Binding[],
  company: Company,
): CompanyVerdict | undefined {
  let outdone: CompanyVerdict | undefined
  for (const other of bindings) {
    if (other.companions.length <= binding.companions.length) continue
    if (other.gesture !== binding.gesture || !isBoundTo(other.hand, own.hand)) continue
    const verdict = verdictOn(other, own, company)
    if (verdict === 'complete') return 'never'
    const mayCome = other.companions.some(({ kind }) => kind === 'together')
    if (verdict === 'not-yet' && mayCome) outdone = 'not-yet'
  }
  return outdone
}

export const isBoundTo = (bound: Binding['hand'], hand: GestureHand): boolean =>
  bound === 'either' ? hand !== 'both' : bound === hand

function isHand(wanted: ConditionHand, own: GestureHand, hand: GestureHand): boolean {
  switch (wanted) {
    case 'either':
      return hand !== 'both'
    case 'same':
      return hand === own
    case 'other':
      return hand !== own && hand !== 'both'
    case 'left':
    case 'right':
    case 'both':
      return hand === wanted
  }
}

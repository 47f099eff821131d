import type { CausedEffect } from '../action/effect.ts'
import type { GestureEvent, GestureHand } from '../gesture/gesture-event.ts'
import type { BindingEngine } from './binding-engine.ts'
import type { BindingRun, WaitingRun } from './binding-run.ts'
import { isBoundTo } from './conditions.ts'
import type { Binding } from './project.ts'

/**
 * Why a binding did not act on its gesture:
 *
 * | reason          | what was so                                                        |
 * | not-engaged     | nobody was in control                                              |
 * | switched-off    | the project's switches leave it out                                |
 * | withheld        | nobody has allowed it to this project, which came from outside     |
 * | brought         | the hand came into view like this                                  |
 * | too-unsure      | the score stayed below `minScore`                                  |
 * | too-short       | it ended before `dwellMs`                                          |
 * | moved           | it lasted, but never for `dwellMs` in one place                    |
 * | without-company | another gesture that it needs was missing                          |
 * | outdone         | another binding of the gesture asks for more, and had it           |
 * | nothing-there   | there was nothing to act on, for example no pointer to click with  |
 * | cancelled       | the gesture was cancelled meanwhile                                |
 */
export const REFUSALS = [
  'not-engaged',
  'switched-off',
  'withheld',
  'brought',
  'too-unsure',
  'too-short',
  'moved',
  'without-company',
  'outdone',
  'nothing-there',
  'cancelled',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** What a binding made of its gesture, once for each life of it. */
export interface BindingVerdict {
  readonly binding: Binding
  readonly hand: GestureHand
  readonly atMs: number
  readonly outcome: 'acted' | Refusal
  /** The highest until then. */
  readonly score: number
  readonly heldMs: number
}

/** The life of a gesture that a binding decides on. */
type Life = Pick<WaitingRun, 'hand' | 'score' | 'latched'> & { readonly beganAtMs: number }

/** What the engine decided in one step, told from how it was before and after it: the step itself carries nothing for this. */
export function verdictsOf(
  before: BindingEngine,
  after: BindingEngine,
  events: readonly GestureEvent[],
  effects: readonly CausedEffect[],
  atMs: number,
): readonly BindingVerdict[] {
  return after.bindings.flatMap((binding, index) => {
    const own = events.filter((event) => isEventOf(binding, event))
    const [was, is] = [before.runs[index], after.runs[index]]
    if (was === undefined || is === undefined) return []
    const bindingVerdict = (outcome: BindingVerdict['outcome'], life: Life): BindingVerdict => ({
      ...{ binding, hand: life.hand, atMs, outcome, score: life.score },
      heldMs: atMs - life.beganAtMs,
    })
    const brought = own.filter(({ isBrought }) => isBrought === true)
    const verdicts = brought.map((event) => bindingVerdict('brought', lifeOf(event, was)))
    const end = own.find((event) => isEndOf(event, was))
    const waited = isWaiting(was) ? waitedLife(was) : undefined
    if (waited !== undefined && end !== undefined) {
      verdicts.push(bindingVerdict(outcomeAtEnd(binding, was, end, effects), waited))
    }
    const began = own.find(({ phase, isBrought }) => phase === 'began' && isBrought !== true)
    const isFree = was.phase !== 'running' || end !== undefined
    const life = began === undefined ? (end ? undefined : waited) : lifeOf(began, was)
    if (life !== undefined && isFree && is.phase === 'running') {
      verdicts.push(bindingVerdict(outcomeOfRunning(binding, is, life, effects), life))
    }
    return verdicts
  })
}

/** Of bindings to which nothing is told: what was shown all the same. */
export const verdictsOfRefused = (
  bindings: readonly Binding[],
  events: readonly GestureEvent[],
  outcome: Refusal,
): readonly BindingVerdict[] =>
  bindings.flatMap((binding) =>
    events
      .filter((event) => event.phase === 'began' && isEventOf(binding, event))
      .map(({ hand, atMs, score }) => ({ binding, hand, atMs, outcome, score, heldMs: 0 })),
  )

const isEventOf = ({ gesture, hand }: Binding, event: GestureEvent): boolean =>
  gesture === event.gesture && isBoundTo(hand, event.hand)

const isWaiting = (run: BindingRun): run is WaitingRun =>
  run.phase === 'waiting' || run.phase === 'armed' || run.phase === 'released'

const isEndOf = ({ phase, hand }: GestureEvent, run: BindingRun): boolean =>
  (phase === 'ended' || phase === 'cancelled') && run.phase !== 'idle' && run.hand === hand

const waitedLife = ({ hand, score, latched, gestureBeganAtMs }: WaitingRun): Life => ({
  ...{ hand, score, latched, beganAtMs: gestureBeganAtMs },
})

const lifeOf = ({ hand, score, atMs }: GestureEvent, was: BindingRun): Life => ({
  ...{ hand, score, beganAtMs: atMs },
  latched: was.phase === 'latched' && was.run.kind !== 'scroll' ? was.run : undefined,
})

/** Its gesture is over: an armed one acts now, one that still waited never will. */
function outcomeAtEnd(
  { gesture, trigger, companions }: Binding,
  was: BindingRun,
  { phase, atMs }: GestureEvent,
  effects: readonly CausedEffect[],
): BindingVerdict['outcome'] {
  if (phase === 'cancelled' || !isWaiting(was)) return 'cancelled'
  if (was.phase === 'armed') return hasEffect(gesture, effects) ? 'acted' : 'nothing-there'
  if (was.latched === undefined && was.score < trigger.minScore) return 'too-unsure'
  if (atMs - was.beganAtMs >= trigger.dwellMs) {
    if (companions.length > 0) return 'without-company'
    if (trigger.dwellMs === 0) return 'outdone'
  }
  return was.beganAtMs > was.gestureBeganAtMs ? 'moved' : 'too-short'
}

function outcomeOfRunning(
  { gesture, companions }: Binding,
  is: BindingRun & { phase: 'running' },
  { latched }: Life,
  effects: readonly CausedEffect[],
): BindingVerdict['outcome'] {
  const isOver = is.run.kind === 'done' && is.nextAtMs === Infinity
  if (isOver && latched === undefined) return companions.length > 0 ? 'without-company' : 'outdone'
  return is.run.kind !== 'done' || hasEffect(gesture, effects) ? 'acted' : 'nothing-there'
}

const hasEffect = (gesture: string, effects: readonly CausedEffect[]): boolean =>
  effects.some(({ cause }) => cause === gesture)

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CausedEffect, Effect } from '../action/effect.ts'
import type { GestureEvent, GestureId, GesturePhase } from '../gesture/gesture-event.ts'
import { EMPTY_LEDGER, firingsPerHour, NOTHING_OPEN, stepLedger } from './shadow-ledger.ts'
import type { Firing, ShadowInput, ShadowLedger } from './shadow-ledger.ts'
import { firingsUnder, proposeThreshold, thresholdOf } from './shadow-proposal.ts'

const HOUR_MS = 3_600_000
const event = (gesture: GestureId, phase: GesturePhase, score = 0.5, heldMs = 0): GestureEvent => ({
  gesture,
  phase,
  score,
  heldMs,
  hand: 'right',
  atMs: 0,
})
const does = (cause: string, kind: 'media' | 'move' | 'release'): CausedEffect => {
  const effects: Readonly<Record<typeof kind, Effect>> = {
    media: { kind: 'media', command: 'next' },
    move: { kind: 'pointer.move', to: { x: 1, y: 1 } },
    release: { kind: 'pointer.release', button: 'left' },
  }
  return { effect: effects[kind], atMs: 0, cause }
}

function ledgerOf(...steps: readonly Omit<ShadowInput, 'atMs'>[]): ShadowLedger {
  let state = { ledger: EMPTY_LEDGER, watch: NOTHING_OPEN }
  steps.forEach((step, index) => {
    state = stepLedger(state, { atMs: index * 40, ...step })
  })
  return state.ledger
}
const nothing = { gestures: [], effects: [] }

describe('the shadow ledger', () => {
  it('counts a gesture once, however much it does, with its highest score', () => {
    const ledger = ledgerOf(
      { gestures: [event('pose.fist', 'began', 0.6)], effects: [does('pose.fist', 'media')] },
      { gestures: [event('pose.fist', 'changed', 0.9)], effects: [does('pose.fist', 'media')] },
      { gestures: [event('pose.fist', 'ended', 0.7, 80)], effects: [] },
    )
    const newest = [{ peakScore: 0.9, heldMs: 80 }]
    expect(ledger).toEqual({ watchedMs: 80, firings: { 'pose.fist': { count: 1, newest } } })
  })
  it('counts clicks by keeping still, and switches them off where they come too often', () => {
    const click: CausedEffect = {
      effect: { kind: 'pointer.click', button: 'left', count: 1, at: { x: 1, y: 1 } },
      atMs: 0,
      cause: 'dwell',
    }
    const ledger = ledgerOf({ gestures: [], effects: [click] }, nothing, {
      gestures: [],
      effects: [click, does('dwell', 'release')],
    })
    expect(ledger.firings['dwell.click']?.count).toBe(2)
    const proposal = proposeThreshold(
      'dwell.click',
      ledger.firings['dwell.click'] ?? { count: 0, newest: [] },
      HOUR_MS,
      1,
    )
    expect(proposal).toEqual({ kind: 'switch-off' })
  })
  it('does not count what did nothing, what only pointed, and what was let go', () => {
    const ledger = ledgerOf(
      { gestures: [event('pose.fist', 'began'), event('pinch.index', 'began')], effects: [] },
      { gestures: [], effects: [does('pointer', 'move'), does('pinch.index', 'release')] },
      { gestures: [event('pose.fist', 'ended'), event('pinch.index', 'cancelled')], effects: [] },
    )
    expect(ledger.firings).toEqual({})
  })
  it('counts a click that comes with the end of its gesture', () => {
    const ledger = ledgerOf(
      { gestures: [event('pinch.index', 'began')], effects: [] },
      { gestures: [event('pinch.index', 'ended')], effects: [does('pinch.index', 'media')] },
    )
    expect(ledger.firings['pinch.index']?.count).toBe(1)
  })
  it('does not count time in which no frames came', () => {
    let state = { ledger: EMPTY_LEDGER, watch: NOTHING_OPEN }
    for (const atMs of [0, 100, 60_000, 60_100, 50]) state = stepLedger(state, { atMs, ...nothing })
    expect(state.ledger.watchedMs).toBe(200)
  })
  it('forgets a gesture whose end it never heard of when it begins again', () => {
    const ledger = ledgerOf(
      { gestures: [event('pose.fist', 'began')], effects: [does('pose.fist', 'media')] },
      { gestures: [event('pose.fist', 'began')], effects: [] },
      { gestures: [event('pose.fist', 'ended')], effects: [] },
    )
    expect(ledger.firings).toEqual({})
  })
})

const firing = fc.record<Firing>({
  peakScore: fc.double({ min: 0, max: 1, noNaN: true }),
  heldMs: fc.double({ min: 0, max: 5000, noNaN: true }),
})

describe('a proposal', () => {
  const many = (firings: readonly Firing[]) => ({ count: firings.length, newest: firings })

  it('meets the budget on what was seen, whatever that was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('pinch.index', 'pose.fist', 'swipe.left', 'finger-count.2'),
        fc.array(firing, { maxLength: 300 }),
        fc.integer({ min: 900_000, max: 10 * HOUR_MS }),
        fc.integer({ min: 0, max: 20 }),
        (gesture, firings, watchedMs, budget) => {
          const proposal = proposeThreshold(gesture, many(firings), watchedMs, budget)
          const left = firingsUnder(many(firings), thresholdOf(proposal))
          expect(firingsPerHour(left.count, watchedMs)).toBeLessThanOrEqual(budget)
        },
      ),
    )
  })
  it('asks for no more than it must', () => {
    const firings = [0.5, 0.6, 0.7, 0.8].map((peakScore) => ({ peakScore, heldMs: 100 }))
    const proposal = proposeThreshold('pinch.index', many(firings), HOUR_MS, 2)
    expect(proposal).toEqual({ kind: 'min-score', minScore: 0.61 })
  })
  it('asks a pose to be held, and a pinch to be surer', () => {
    const firings = [1, 2, 3].map(() => ({ peakScore: 0.5, heldMs: 620 }))
    const kinds = ['pose.fist', 'pinch.index'].map((gesture) =>
      proposeThreshold(gesture, many(firings), HOUR_MS, 2),
    )
    expect(kinds).toEqual([
      { kind: 'dwell', dwellMs: 650 },
      { kind: 'min-score', minScore: 0.51 },
    ])
  })
  it('switches off what is sure and lasts although nobody means it', () => {
    const firings = [1, 2, 3].map(() => ({ peakScore: 1, heldMs: 9000 }))
    const proposal = proposeThreshold('pose.fist', many(firings), HOUR_MS, 2)
    expect(proposal).toEqual({ kind: 'switch-off' })
  })
  it('leaves alone what is within the budget, and waits until there is something to tell', () => {
    const firings = [{ peakScore: 1, heldMs: 900 }]
    expect(proposeThreshold('pose.fist', many(firings), HOUR_MS, 2).kind).toBe('keep')
    expect(proposeThreshold('pose.fist', many(firings), 60_000, 2).kind).toBe('too-early')
  })
})

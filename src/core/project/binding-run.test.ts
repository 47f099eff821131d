import { describe, expect, it } from 'vitest'
import { USUAL_DWELL, USUAL_RELATIVE } from '../pointer/pointer-settings.ts'
import type { Action } from '../action/action.ts'
import type { ActionMoment } from '../action/action-moment.ts'
import type { GestureEvent, GesturePhase } from '../gesture/gesture-event.ts'
import { bindingOnEvent, cancelBinding, IDLE_BINDING, stepBinding } from './binding-run.ts'
import type { BindingRun } from './binding-run.ts'
import type { Binding } from './project.ts'

const moment = (atMs: number): ActionMoment => ({
  atMs,
  settings: {
    enabled: true,
    hand: 'either',
    boxHeightPalms: 2,
    minCutoffHz: 1,
    beta: 1,
    dragDelayMs: 800,
    dragDistancePx: 40,
    dragLock: false,
    scrollInertia: false,
    mode: 'absolute',
    relative: USUAL_RELATIVE,
    clickSource: 'gesture',
    dwell: USUAL_DWELL,
  },
  pressAt: undefined,
  travelled: undefined,
  hand: undefined,
  axes: undefined,
  lastClick: undefined,
})
const MUTE: Action = { kind: 'volume.mute', muted: 'toggle' }
const HOLD_SHIFT: Action = { kind: 'key.hold', keys: ['shift'] }

const event = (phase: GesturePhase, atMs: number): GestureEvent => ({
  gesture: 'pose.fist',
  hand: 'right',
  phase,
  atMs,
  score: 1,
  heldMs: 0,
})

/** Frames every 100 ms until `untilMs`, with the given events; tells when which effect came. */
function play(
  trigger: Partial<Binding['trigger']>,
  action: Action,
  events: Readonly<Record<number, GesturePhase>>,
  untilMs: number,
): { readonly said: string[]; readonly run: BindingRun } {
  const binding: Binding = {
    gesture: 'pose.fist',
    hand: 'either',
    trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began', ...trigger },
    companions: [],
    action,
  }
  let run: BindingRun = IDLE_BINDING
  const said: string[] = []
  for (let atMs = 0; atMs <= untilMs; atMs += 100) {
    const phase = events[atMs]
    const onEvent = phase ? bindingOnEvent(run, binding, event(phase, atMs)) : { run, effects: [] }
    const step = stepBinding(onEvent.run, binding, moment(atMs), 'complete')
    run = step.run
    for (const { kind } of [...onEvent.effects, ...step.effects]) said.push(`${atMs} ${kind}`)
  }
  return { said, run }
}

describe('a trigger of the end', () => {
  const ended = { phase: 'ended', dwellMs: 300 } as const

  it('acts when the gesture is let go of, and not before', () => {
    const { said, run } = play(ended, MUTE, { 100: 'began', 900: 'ended' }, 1200)
    expect(said).toEqual(['900 volume.mute'])
    expect(run).toBe(IDLE_BINDING)
  })

  it('does nothing when the gesture is cancelled, or is let go of too soon', () => {
    expect(play(ended, MUTE, { 100: 'began', 900: 'cancelled' }, 1200).said).toEqual([])
    expect(play(ended, MUTE, { 100: 'began', 200: 'ended' }, 1200).said).toEqual([])
  })

  it('holds nothing: its gesture is over', () => {
    const { said } = play(
      { ...ended, mode: 'hold' },
      HOLD_SHIFT,
      { 0: 'began', 900: 'ended' },
      1200,
    )
    expect(said).toEqual(['900 key.press', '900 key.release'])
  })

  it('begins with one and ends with the next where it toggles', () => {
    const { said } = play(
      { ...ended, mode: 'toggle' },
      HOLD_SHIFT,
      { 0: 'began', 500: 'ended', 1000: 'began', 1600: 'ended', 2000: 'began', 2900: 'cancelled' },
      3000,
    )
    expect(said).toEqual(['500 key.press', '1600 key.release'])
  })
})

describe('a trigger', () => {
  it('fires once when the gesture has lasted its dwell', () => {
    const { said } = play(
      { mode: 'once', dwellMs: 300 },
      MUTE,
      { 100: 'began', 900: 'ended' },
      1000,
    )
    expect(said).toEqual(['400 volume.mute'])
  })
  it('does not fire when the gesture ends before its dwell', () => {
    const { said } = play(
      { mode: 'once', dwellMs: 300 },
      MUTE,
      { 100: 'began', 300: 'ended' },
      1000,
    )
    expect(said).toEqual([])
  })
  it('repeats after the dwell until the gesture ends', () => {
    const trigger = { mode: 'repeat', dwellMs: 200, repeatMs: 300 } as const
    const { said } = play(trigger, MUTE, { 0: 'began', 900: 'ended' }, 1500)
    expect(said).toEqual(['200 volume.mute', '500 volume.mute', '800 volume.mute'])
  })
  it.each(['ended', 'cancelled'] as const)('holds until the gesture has %s', (phase) => {
    const { said } = play({ mode: 'hold' }, HOLD_SHIFT, { 100: 'began', 500: phase }, 800)
    expect(said).toEqual(['100 key.press', '500 key.release'])
  })
  it('starts with one gesture and stops with the next when it toggles', () => {
    const events = { 0: 'began', 200: 'ended', 500: 'began', 700: 'ended' } as const
    const { said, run } = play({ mode: 'toggle' }, HOLD_SHIFT, events, 1000)
    expect(said).toEqual(['0 key.press', '500 key.release'])
    expect(run).toEqual(IDLE_BINDING)
  })
  it('lets go of what it holds when it is cancelled from outside, toggled on or not', () => {
    const held = play({ mode: 'hold' }, HOLD_SHIFT, { 0: 'began' }, 300).run
    const latched = play({ mode: 'toggle' }, HOLD_SHIFT, { 0: 'began', 100: 'ended' }, 300).run
    const release = [{ kind: 'key.release', keys: ['shift'] }]
    expect([cancelBinding(held), cancelBinding(latched)]).toEqual([release, release])
  })
})

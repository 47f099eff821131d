import { describe, expect, it } from 'vitest'
import { USUAL_DWELL, USUAL_RELATIVE } from '../pointer/pointer-settings.ts'
import type { ActionMoment } from './action-moment.ts'
import { endButton, startButton, stepButton } from './button-run.ts'
import type { ButtonRun } from './button-run.ts'

const moment = (more: Partial<ActionMoment> = {}): ActionMoment => ({
  atMs: 1000,
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
  pressAt: { x: 100, y: 200 },
  travelled: { x: 0, y: 0 },
  hand: undefined,
  axes: undefined,
  lastClick: undefined,
  ...more,
})

function started(more: Partial<ActionMoment> = {}): ButtonRun {
  const { run } = startButton('left', moment(more))
  if (run.kind !== 'button') throw new Error('expected a button under way')
  return run
}

const click = { kind: 'pointer.click', button: 'left', count: 1 }

describe('a button', () => {
  it('sends nothing while it is pending', () => {
    const step = stepButton(started(), moment({ atMs: 1500, travelled: { x: 30, y: 20 } }))
    expect(step.effects).toEqual([])
  })
  it('clicks once at the press point when the gesture ends', () => {
    expect(endButton(started(), 'ended')).toEqual([{ ...click, at: { x: 100, y: 200 } }])
  })
  it('comes to nothing when it is cancelled while pending', () => {
    expect(endButton(started(), 'cancelled')).toEqual([])
  })
  it.each([
    ['held long', { atMs: 1800 }],
    ['moved far', { atMs: 1100, travelled: { x: 30, y: 30 } }],
  ])('becomes a drag from the press point when %s', (_, more) => {
    const step = stepButton(started(), moment(more))
    expect(step.effects).toEqual([
      { kind: 'pointer.press', button: 'left', at: { x: 100, y: 200 } },
    ])
    if (step.run.kind !== 'button') throw new Error('expected a button under way')
    const release = [{ kind: 'pointer.release', button: 'left' }]
    expect([endButton(step.run, 'ended'), endButton(step.run, 'cancelled')]).toEqual([
      release,
      release,
    ])
  })
  it('presses only once', () => {
    const { run } = stepButton(started(), moment({ atMs: 1800 }))
    if (run.kind !== 'button') throw new Error('expected a button under way')
    expect(stepButton(run, moment({ atMs: 1900 })).effects).toEqual([])
  })
  it.each([
    ['soon and near', { at: { x: 130, y: 220 }, atMs: 600 }, { x: 130, y: 220 }],
    ['late', { at: { x: 130, y: 220 }, atMs: 400 }, { x: 100, y: 200 }],
    ['far away', { at: { x: 300, y: 220 }, atMs: 600 }, { x: 100, y: 200 }],
  ])('goes to the pixel of the click before when pressed %s', (_, lastClick, at) => {
    expect(started({ lastClick }).pressAt).toEqual(at)
  })
  it('does nothing when nothing points', () => {
    expect(startButton('left', moment({ pressAt: undefined })).run).toEqual({ kind: 'done' })
  })
})

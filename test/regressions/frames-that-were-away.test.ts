import { describe, expect, it } from 'vitest'
import { shippedProject, Stage } from '../support/hand/stage.ts'

const desktop = shippedProject('desktop')
const project = {
  ...desktop,
  bindings: [
    {
      gesture: 'pinch.middle',
      hand: 'either',
      trigger: { mode: 'toggle', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
      companions: [],
      action: { kind: 'key.hold', keys: ['alt'] },
    },
  ],
} as const

/** A key that stays down by itself, the hand at ease. */
const latched = (): Stage =>
  new Stage({ project, isEngagedPinned: true, mode: 'engaged' })
    .show('relaxed')
    .wait(600)
    .pinch('middle', 200)
    .wait(200)

// A computer that slept, or a page that hung, left keys down until somebody came back.
describe('frames that were away', () => {
  it.each([
    ['an hour', 3_600_000],
    ['three seconds', 3000],
  ])('for %s let go of a key that stays down by itself', (_, awayMs) => {
    const stage = latched()
    expect(stage.acts()).toEqual([{ kind: 'key.press', keys: ['alt'] }])
    stage.forget().atMs += awayMs
    expect(stage.wait(100).acts()).toEqual([{ kind: 'key.release', keys: ['alt'] }])
  })
  it('for a second do not', () => {
    const stage = latched().forget()
    stage.atMs += 300
    expect(stage.wait(100).acts()).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { shippedProject, Stage } from '../../../support/hand/stage.ts'

const stageOf = (): Stage =>
  new Stage({ project: shippedProject('desktop'), isEngagedPinned: true, mode: 'engaged' })
/** Somebody sits a good way behind the user. */
const BEHIND = { handedness: 'left', at: [0.2, 0.5], palm: 0.07 } as const
/** The user's own other hand. */
const OWN = { handedness: 'left', at: [0.2, 0.6], palm: 0.14 } as const
const kinds = (stage: Stage): string[] => stage.acts().map(({ kind }) => kind)

describe('with two people in view', () => {
  it('the hand in control keeps it: the other one clicks nothing', () => {
    const stage = stageOf().show('relaxed').wait(700).forget()
    stage.withOther({ ...BEHIND, shape: 'relaxed' }).wait(700)
    stage.withOther({ ...BEHIND, shape: 'pinch-index' }).wait(500)
    stage.withOther({ ...BEHIND, shape: 'relaxed' }).wait(300)
    expect(kinds(stage)).toEqual([])
    expect(kinds(stage.pinch('index'))).toEqual(['pointer.click'])
  })
  it('the other one does not point either, while the hand in control rests', () => {
    const stage = stageOf().show('relaxed').wait(700)
    stage
      .withOther({ ...BEHIND, shape: 'relaxed' })
      .wait(500)
      .hold('fist', 300)
      .forget()
    stage.during(800, (ratio) => {
      stage.withOther({ ...BEHIND, at: [0.2 + 0.3 * ratio, 0.4], shape: 'point' })
      return {}
    })
    expect(stage.effects()).toEqual([])
  })
  it('somebody who comes nearer than the user does not take over', () => {
    const near = { handedness: 'left', at: [0.2, 0.5], palm: 0.3 } as const
    const stage = stageOf().show('relaxed').wait(700).forget()
    stage.withOther({ ...near, shape: 'relaxed' }).wait(700)
    stage.withOther({ ...near, shape: 'pinch-index' }).wait(500)
    expect(kinds(stage)).toEqual([])
  })
  it('of two who come together, the nearer one is in control', () => {
    const stage = stageOf()
      .withOther({ ...BEHIND, shape: 'relaxed' })
      .show('relaxed')
      .wait(700)
      .forget()
    stage.withOther({ ...BEHIND, shape: 'pinch-index' }).wait(500)
    expect(kinds(stage)).toEqual([])
    stage.withOther({ ...BEHIND, shape: 'relaxed' }).pinch('index')
    expect(kinds(stage)).toEqual(['pointer.click'])
  })
  it('the other one is a hand like any other once the user is gone', () => {
    const stage = stageOf().show('relaxed').wait(700)
    stage
      .withOther({ ...BEHIND, shape: 'relaxed' })
      .wait(500)
      .vanish()
      .wait(1200)
      .forget()
    stage.withOther({ ...BEHIND, shape: 'pinch-index' }).wait(300)
    stage.withOther({ ...BEHIND, shape: 'relaxed' }).wait(300)
    expect(kinds(stage)).toEqual(['pointer.click'])
  })
  it("the user's own other hand, lying near the camera, does not make a stranger of the raised one", () => {
    const lying = { handedness: 'left', at: [0.25, 0.85], palm: 0.28 } as const
    const clicks = (rollDeg: number): string[] => {
      const stage = stageOf()
        .withOther({ ...lying, shape: 'relaxed', rollDeg })
        .wait(700)
      stage.show('relaxed').wait(700).forget()
      return kinds(stage.pinch('index'))
    }
    expect(clicks(170)).toEqual(['pointer.click'])
    expect(clicks(0)).toEqual([])
  })
  it("the user's own other hand makes way when it is lowered", () => {
    const near = { handedness: 'left', at: [0.25, 0.7], palm: 0.28, shape: 'relaxed' } as const
    const stage = stageOf().withOther(near).wait(700).show('relaxed').wait(700).forget()
    expect(kinds(stage.pinch('index'))).toEqual([])
    stage
      .withOther({ ...near, rollDeg: 170 })
      .wait(700)
      .forget()
    expect(kinds(stage.pinch('index'))).toEqual(['pointer.click'])
  })
  it("the user's own other hand is no stranger", () => {
    const stage = stageOf().show('relaxed').wait(700).forget()
    stage.withOther({ ...OWN, shape: 'relaxed' }).wait(700)
    stage.withOther({ ...OWN, shape: 'pinch-index' }).wait(300)
    stage.withOther({ ...OWN, shape: 'relaxed' }).wait(300)
    expect(kinds(stage)).toEqual(['pointer.click'])
  })
})

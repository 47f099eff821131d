import { describe, expect, it } from 'vitest'
import { BUSY } from '../support/busy-project.ts'
import { Stage } from '../support/hand/stage.ts'

describe('a gesture that goes on while everything is let go of', () => {
  // On a busy machine tracking stops again and again: each time what goes on is cancelled once more.
  it.each(['pinch-index', 'victory', 'fist'] as const)('stays over, however often: %s', (shape) => {
    const stage = new Stage({ isEngagedPinned: true, project: BUSY }).show('relaxed').wait(600)
    stage.show(shape).wait(1000)
    for (let time = 0; time < 3; time += 1) stage.cancelAll('tracking-stopped')
    expect(stage.forget().wait(1500).acts()).toEqual([])
  })
  it.each(['pinch-index', 'fist'] as const)(
    'stays over when the hand was missed in the frame after a switch of projects: %s',
    (shape) => {
      const stage = new Stage({ isEngagedPinned: true }).show('relaxed').wait(600)
      stage.show(shape).wait(1000).setProject(BUSY).vanish().wait(33).forget()
      expect(stage.hold(shape, 1500).acts()).toEqual([])
    },
  )
  it.each(['pinch-index', 'victory'] as const)(
    'stays over when the clock has jumped and tracking stops soon after: %s',
    (shape) => {
      for (const jumpMs of [3_600_000, -3_600_000]) {
        const stage = new Stage({ isEngagedPinned: true, project: BUSY })
        stage.atMs = 7_200_000
        stage.show('relaxed').wait(600).show(shape).wait(1000)
        stage.atMs += jumpMs
        stage.wait(200).forget().cancelAll('tracking-stopped').wait(400)
        stage.cancelAll('tracking-stopped').wait(1500)
        expect(stage.acts()).toEqual([])
      }
    },
  )
})

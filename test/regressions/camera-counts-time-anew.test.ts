import { describe, expect, it } from 'vitest'
import { Stage } from '../support/hand/stage.ts'

// Frames of a page that was loaded again were older than the last ones, and waited for.
describe('a page that was loaded again', () => {
  it('counts time anew and is followed, after letting go', () => {
    const stage = new Stage({ isEngagedPinned: true }).show('relaxed').wait(3000)
    stage.close('index').moveTo([0.75, 0.5], 400).forget()
    stage.atMs = 0
    stage.wait(33)
    expect(stage.effects()).toEqual([{ kind: 'pointer.release', button: 'left' }])
    expect(stage.gestures()).toEqual(['pinch.index cancelled tracking-stopped'])
    stage.show('relaxed').wait(500).forget().pinch('index')
    expect(stage.acts().map(({ kind }) => kind)).toEqual(['pointer.click'])
  })
})

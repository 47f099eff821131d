import { describe, expect, it } from 'vitest'
import type { Project } from '../../../../src/core/project/project.ts'
import { shippedProject, Stage } from '../../../support/hand/stage.ts'

const desktop = shippedProject('desktop')

function ready(more: Partial<Project>, pointer: Partial<Project['pointer']> = {}): Stage {
  const project = { ...desktop, ...more, pointer: { ...desktop.pointer, ...pointer } }
  return new Stage({ project, isEngagedPinned: true, mode: 'engaged' })
    .show('relaxed')
    .wait(600)
    .forget()
}
const acts = (stage: Stage): string[] => stage.acts().map(({ kind }) => kind)
const thumb = (stage: Stage): Stage => stage.show('thumbs-up', { rollDeg: 80 }).wait(1200)

describe('each can be switched off alone:', () => {
  it('clicks', () => {
    expect(acts(ready({ clicksEnabled: false }).pinch('index'))).toEqual([])
    expect(acts(thumb(ready({ clicksEnabled: false })))).not.toEqual([])
  })
  it('gestures', () => {
    expect(acts(thumb(ready({ gesturesEnabled: false })))).toEqual([])
    expect(acts(ready({ gesturesEnabled: false }).pinch('index'))).toEqual(['pointer.click'])
  })
  it('the pointer', () => {
    const stage = ready({}, { enabled: false }).moveTo([0.5, 0.4], 400)
    expect(stage.effects()).toEqual([])
    expect(acts(thumb(stage))).not.toEqual([])
  })
})

describe('a drag that locks', () => {
  const dragged = (): Stage =>
    ready({}, { dragLock: true })
      .close('index')
      .wait(100)
      .moveTo([0.55, 0.5], 600)
      .open('index')
      .wait(300)
  it('goes on when the fingers part', () => {
    expect(acts(dragged())).toEqual(['pointer.press'])
  })
  it('still moves what is dragged', () => {
    const stage = dragged().forget().moveTo([0.6, 0.45], 400)
    expect(stage.effects().some(({ kind }) => kind === 'pointer.move')).toBe(true)
  })
  it('ends with the next pinch, which clicks nothing', () => {
    expect(acts(dragged().forget().pinch('index').wait(200))).toEqual(['pointer.release'])
  })
  it('ends when the hand is lost', () => {
    expect(acts(dragged().forget().vanish().wait(100))).toEqual(['pointer.release'])
  })
  it('ends when the project is switched', () => {
    expect(acts(dragged().forget().setProject(desktop))).toEqual(['pointer.release'])
  })
  it('leaves a quick pinch a click', () => {
    expect(acts(ready({}, { dragLock: true }).pinch('index'))).toEqual(['pointer.click'])
  })
})

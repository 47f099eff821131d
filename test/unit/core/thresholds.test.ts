import { expect, it } from 'vitest'
import { shippedProject } from '../../support/hand/stage.ts'
import { withThresholds } from '../../../src/core/project/thresholds.ts'

it('takes clicks by keeping still out of a project where they came too often', () => {
  const desktop = shippedProject('desktop')
  const project = { ...desktop, pointer: { ...desktop.pointer, clickSource: 'both' } as const }
  expect(withThresholds(project, { 'dwell.click': { isOff: true } })).toEqual(desktop)
  expect(withThresholds(project, { 'pose.fist': { isOff: true } }).pointer).toEqual(project.pointer)
})

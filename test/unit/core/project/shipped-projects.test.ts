import { expect, it } from 'vitest'
import { checkProject, inactiveParts } from '../../../../src/core/project/check-project.ts'
import { shippedProject } from '../../../support/hand/stage.ts'

const SHIPPED = [
  ...['desktop', 'browser', 'presentation', 'media'],
  ...['reading', 'drawing', 'video-call', 'accessibility', 'spelling'],
]

it.each(SHIPPED)('the %s project ships without a problem, and says what it is for', (id) => {
  const project = shippedProject(id)
  expect([project.id, checkProject(project), inactiveParts(project)]).toEqual([id, [], []])
  expect(project.about).not.toBe('')
})

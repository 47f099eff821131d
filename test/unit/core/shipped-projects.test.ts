import { expect, it } from 'vitest'
import { checkProject, inactiveParts } from '../../../src/core/project/check-project.ts'
import { shippedProject } from '../../support/hand/stage.ts'

it.each(['desktop', 'presentation'] as const)('the %s project ships without a problem', (id) => {
  const project = shippedProject(id)
  expect([project.id, checkProject(project), inactiveParts(project)]).toEqual([id, [], []])
})

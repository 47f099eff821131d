import { expect, it } from 'vitest'
import type { AppState } from '../../../contract/channels/app-state.ts'
import { ok } from '../../../contract/boundary/result.ts'
import type { Project } from '../../../core/project/project.ts'
import { handleCommand, type CommandHandling } from './handle-command.ts'

const projects = [
  { id: 'desktop', name: 'Desktop' },
  { id: 'shared', name: 'Shared\u001b[2J' },
] as Project[]

function app() {
  let inForce = projects[0]
  const handling: CommandHandling = {
    state: () =>
      ({
        ...{ mode: 'watching', project: inForce, problems: [] },
        ...{ camera: { kind: 'closed' }, tracker: { kind: 'loading' } },
      }) as unknown as AppState,
    projects: () => projects,
    choose: (id) => {
      inForce = projects.find((one) => one.id === id)
      return ok(undefined)
    },
    setMode: () => undefined,
    showWindow: () => undefined,
    withheld: (id) => (id === 'shared' ? ['pinch.index: starts /bin/sh with -c date'] : []),
  }
  return handling
}
const OFF = 'Off until you allow it on the page Projects:'
const PART = '- pinch.index: starts /bin/sh with -c date'

it('lists projects with what of them is off, and sends nothing to the terminal that it would obey', () => {
  expect(handleCommand({ kind: 'projects' }, app()).lines).toEqual([
    'Desktop (desktop), in force',
    String.raw`Shared\u{1b}[2J (shared)`,
    `  ${OFF}`,
    `  ${PART}`,
  ])
})

it('says what is off in a project that was switched to', () => {
  const answer = handleCommand({ kind: 'switch', project: 'shared' }, app())
  expect(answer).toMatchObject({ isDone: true })
  expect(answer.lines.slice(1)).toEqual([OFF, PART])
})

import { expect, it } from 'vitest'
import { parseBeckonCall } from './beckon-command.ts'

it.each([
  [['switch', 'Video', 'call'], { kind: 'switch', project: 'Video call' }, false],
  [['--json', 'status'], { kind: 'status' }, true],
  [['pause'], { kind: 'pause' }, false],
  [['projects'], { kind: 'projects' }, false],
  [['resume', '--json'], { kind: 'resume' }, true],
])('reads %j', (argv, command, asJson) => {
  expect(parseBeckonCall(argv)).toEqual({ kind: 'tell', command, asJson })
})

it.each([[['switch']], [['pause', 'now']], [['dance']]])('refuses %j by name', (argv) => {
  const call = parseBeckonCall(argv)
  expect(call).toMatchObject({ kind: 'problem', text: expect.stringContaining(argv[0] ?? '') })
})

it('explains itself when nothing is asked', () => {
  expect(parseBeckonCall([])).toEqual({ kind: 'help' })
  expect(parseBeckonCall(['switch', '--help'])).toEqual({ kind: 'help' })
})

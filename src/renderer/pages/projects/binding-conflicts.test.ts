import { expect, test } from 'vitest'
import type { Binding } from '../../../core/project/project.ts'
import { bindingConflicts } from './binding-conflicts.ts'

const binding = (gesture: Binding['gesture'], hand: Binding['hand']): Binding => ({
  gesture,
  hand,
  trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
  companions: [],
  action: { kind: 'media', command: 'next' },
})

test.each([
  [['either', 'either'], true],
  [['left', 'either'], true],
  [['left', 'left'], true],
  [['left', 'right'], false],
  [['both', 'left'], false],
] as const)('two bindings on one gesture with hands %j meet: %s', ([one, other], expected) => {
  const found = bindingConflicts([binding('pose.fist', one), binding('pose.fist', other)])
  expect(found.size === 2).toBe(expected)
})

test('bindings on other gestures do not meet', () => {
  expect(bindingConflicts([binding('pose.fist', 'left'), binding('pose.ok', 'left')]).size).toBe(0)
})

test('a binding that asks for a second gesture leaves the other alone', () => {
  const plain = binding('pose.fist', 'left')
  const shifted: Binding = {
    ...plain,
    companions: [{ kind: 'held', gesture: 'pose.ok', hand: 'right' }],
  }
  expect(bindingConflicts([plain, shifted]).size).toBe(0)
  expect(bindingConflicts([shifted, shifted]).size).toBe(2)
})

test('each names the others', () => {
  const three = ['left', 'right', 'either'] as const
  const found = bindingConflicts(three.map((hand) => binding('pose.fist', hand)))
  expect([...found]).toEqual([
    [0, [2]],
    [1, [2]],
    [2, [0, 1]],
  ])
})

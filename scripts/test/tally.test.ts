import { expect, test } from 'vitest'
import { closingLines, tally } from './tally.mjs'

const passed = (name: string) => ({ name, state: 'passed' })
const close = (...stages: object[]) => closingLines(tally(stages))

test('adds up the stages and names what was skipped and why', () => {
  const unit = { name: 'unit', exitCode: 0, tests: [passed('a'), passed('b')] }
  const skipped = { name: 'Electron starts', state: 'skipped', reason: 'no binary' }
  const e2e = { name: 'e2e', exitCode: 0, tests: [passed('c'), skipped] }
  expect(close(unit, e2e)).toEqual([
    'Skipped: Electron starts (no binary)',
    '3 passed, 0 failed, 1 skipped',
  ])
})

test('names what failed, with the first line of the reason', () => {
  const failed = { name: 'clicks', state: 'failed', reason: 'expected 1\nreceived 2' }
  expect(close({ name: 'e2e', exitCode: 1, tests: [passed('a'), failed] })).toEqual([
    'Failed: clicks (expected 1)',
    '1 passed, 1 failed',
  ])
})

test('counts a stage that broke without naming a test as a failure', () => {
  expect(close({ name: 'unit', exitCode: 7, tests: [passed('a')] })).toEqual([
    'Failed: unit (ended with code 7)',
    '1 passed, 1 failed',
  ])
})

test('does not pass a stage in which no test ran', () => {
  expect(close({ name: 'e2e', exitCode: 0, tests: [] })).toEqual([
    'Failed: e2e (no test ran)',
    '0 passed, 1 failed',
  ])
})

import { expect, it, vi } from 'vitest'
import type { AppState } from '../../contract/channels/app-state.ts'
import { inEnglish, verbatim } from '../../core/sentence/sentence.ts'
import { createStateStore } from './state-store.ts'

const initial: AppState = {
  mode: 'watching',
  project: { id: 'desktop', name: 'Desktop' },
  camera: { kind: 'closed' },
  tracker: { kind: 'loading', name: 'mediapipe' },
  handCount: 0,
  isDryRun: false,
  problems: [],
}
const problem = (message: string) =>
  ({ stage: 'output', severity: 'medium', message: verbatim(message) }) as const

it('tells listeners of real changes only', () => {
  const stateStore = createStateStore(initial, () => 1000)
  const listener = vi.fn()
  stateStore.onChange(listener)
  stateStore.change({ mode: 'watching' })
  stateStore.change({ mode: 'engaged', hint: undefined })
  expect(listener.mock.calls).toEqual([[{ ...initial, mode: 'engaged' }]])
})

it('drops a hint that has gone, so that the state still fits its strict schema', () => {
  const stateStore = createStateStore({ ...initial, hint: verbatim('No hand.') }, () => 1000)
  stateStore.change({ hint: undefined })
  expect(Object.keys(stateStore.current())).not.toContain('hint')
})

it('keeps the five newest problems, each once', () => {
  const stateStore = createStateStore(initial, () => 1000)
  for (const message of ['a', 'b', 'c', 'd', 'e', 'f', 'b']) stateStore.report(problem(message))
  expect(stateStore.current().problems.map(({ message }) => inEnglish(message))).toEqual([
    'c',
    'd',
    'e',
    'f',
    'b',
  ])
})

it('forgets the problems of a stage that works again', () => {
  const stateStore = createStateStore(initial, () => 1000)
  stateStore.report(problem('no mixer'))
  stateStore.clearProblems('output')
  expect(stateStore.current().problems).toEqual([])
})

it('says since when a problem is there, and tells nobody that it is there again', () => {
  let nowMs = 1000.4
  const stateStore = createStateStore(initial, () => nowMs)
  stateStore.report(problem('no mixer'))
  const listener = vi.fn()
  stateStore.onChange(listener)
  nowMs = 2000
  stateStore.report(problem('no mixer'))
  expect(stateStore.current().problems).toEqual([{ ...problem('no mixer'), atEpochMs: 1000 }])
  expect(listener).not.toHaveBeenCalled()
})

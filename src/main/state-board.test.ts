import { expect, it, vi } from 'vitest'
import type { AppState } from '../contract/app-state.ts'
import { inEnglish, verbatim } from '../core/sentence.ts'
import { createStateBoard } from './state-board.ts'

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
  const board = createStateBoard(initial, () => 1000)
  const listener = vi.fn()
  board.onChange(listener)
  board.change({ mode: 'watching' })
  board.change({ mode: 'engaged', hint: undefined })
  expect(listener.mock.calls).toEqual([[{ ...initial, mode: 'engaged' }]])
})

it('drops a hint that has gone, so that the state still fits its strict schema', () => {
  const board = createStateBoard({ ...initial, hint: verbatim('No hand.') }, () => 1000)
  board.change({ hint: undefined })
  expect(Object.keys(board.current())).not.toContain('hint')
})

it('keeps the five newest problems, each once', () => {
  const board = createStateBoard(initial, () => 1000)
  for (const message of ['a', 'b', 'c', 'd', 'e', 'f', 'b']) board.report(problem(message))
  expect(board.current().problems.map(({ message }) => inEnglish(message))).toEqual([
    'c',
    'd',
    'e',
    'f',
    'b',
  ])
})

it('forgets the problems of a stage that works again', () => {
  const board = createStateBoard(initial, () => 1000)
  board.report(problem('no mixer'))
  board.mended('output')
  expect(board.current().problems).toEqual([])
})

it('says since when a problem is there, and tells nobody that it is there again', () => {
  let nowMs = 1000.4
  const board = createStateBoard(initial, () => nowMs)
  board.report(problem('no mixer'))
  const listener = vi.fn()
  board.onChange(listener)
  nowMs = 2000
  board.report(problem('no mixer'))
  expect(board.current().problems).toEqual([{ ...problem('no mixer'), atEpochMs: 1000 }])
  expect(listener).not.toHaveBeenCalled()
})

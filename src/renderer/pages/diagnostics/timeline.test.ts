import { expect, test } from 'vitest'
import type { Decision } from '../../../contract/channels/recording-channels.ts'
import { lastBefore, timelineAt, nextAfter, placeAt, timelineOf } from './timeline.ts'

const gesture = (
  gesture: string,
  phase: 'began' | 'ended' | 'cancelled',
  atMs: number,
): Decision => ({
  ...{ kind: 'gesture', atMs, gesture, hand: 'right', phase, score: 0.9, heldMs: 0 },
  ...{ rules: [], thresholds: [] },
})
const decisions: readonly Decision[] = [
  { kind: 'mode', atMs: 0, mode: 'watching' },
  { kind: 'mode', atMs: 1000, mode: 'engaged' },
  gesture('pinch.index', 'began', 1500),
  {
    ...{ kind: 'action', atMs: 1600, cause: 'pinch.index', rules: [] },
    effect: { kind: 'media', command: 'next' },
  },
  gesture('pinch.index', 'ended', 1700),
  gesture('pose.fist', 'began', 2500),
]

test('joins beginnings and ends into stretches, and lets what is open last to the end', () => {
  const { modes, gestures } = timelineOf(decisions, 3000)
  expect(modes.map(({ mode, fromMs, toMs }) => [mode, fromMs, toMs])).toEqual([
    ['watching', 0, 1000],
    ['engaged', 1000, 3000],
  ])
  expect(
    gestures.map(({ began, fromMs, toMs, ended }) => [began.gesture, fromMs, toMs, !!ended]),
  ).toEqual([
    ['pinch.index', 1500, 1700, true],
    ['pose.fist', 2500, 3000, false],
  ])
})

test('tells what was going on at a time', () => {
  const at = timelineAt(timelineOf(decisions, 3000), 1650)
  expect([at.modes[0]?.mode, at.gestures[0]?.began.gesture, at.actions[0]?.effect]).toEqual([
    'engaged',
    'pinch.index',
    { kind: 'media', command: 'next' },
  ])
  expect(timelineAt(timelineOf(decisions, 3000), 2400)).toMatchObject({ gestures: [], actions: [] })
})

test('goes from decision to decision', () => {
  expect(placeAt(decisions, 1599)).toBe(2)
  expect([nextAfter(decisions, 1500), nextAfter(decisions, 2500)]).toEqual([1600, undefined])
  expect([lastBefore(decisions, 1650), lastBefore(decisions, 0)]).toEqual([1600, undefined])
})

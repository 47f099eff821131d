import { beforeEach, expect, it } from 'vitest'
import type { CausedEffect } from '../../core/action/effect.ts'
import type { GestureEvent, GestureId } from '../../core/gesture/gesture-event.ts'
import type { Mode } from '../../core/gesture/mode.ts'
import { createWaveAway, type WaveAway } from './wave-away.ts'

let nowMs: number
let wave: WaveAway
const takeBack = (): void => undefined
beforeEach(() => {
  nowMs = 10_000
  wave = createWaveAway(() => nowMs)
})

const shown = (
  gesture: GestureId,
  { phase = 'began', mode = 'engaged' }: { phase?: GestureEvent['phase']; mode?: Mode } = {},
): (() => void) | undefined => {
  const event = { gesture, phase, hand: 'right', atMs: 0, score: 1, heldMs: 0 } as const
  return wave.watch({ gestures: [event], mode })
}
const passes = (cause: string): boolean => {
  const passed: CausedEffect[] = []
  const effect = { kind: 'media', command: 'next' } as const
  wave.step({ effect, atMs: 0, cause }, (caused) => passed.push(caused))
  return passed.length > 0
}

it('answers the way back when a swipe begins while the project is news', () => {
  wave.offerToTakeBack(takeBack)
  expect(shown('swipe.left')).toBe(takeBack)
})

it.each([
  ['another gesture', () => shown('pose.fist')],
  ['the end of a swipe', () => shown('swipe.left', { phase: 'ended' })],
  ['a swipe while nothing acts', () => shown('swipe.left', { mode: 'watching' })],
])('takes nothing back for %s', (_what, show) => {
  wave.offerToTakeBack(takeBack)
  expect([show(), passes('swipe.left')]).toEqual([undefined, true])
})

it('leaves a project alone that somebody asked for, or that is no news any more', () => {
  wave.offerToTakeBack(takeBack)
  wave.offerToTakeBack(undefined)
  expect(shown('swipe.left')).toBeUndefined()
  wave.offerToTakeBack(takeBack)
  nowMs += 6000
  expect([shown('swipe.left'), passes('swipe.left')]).toEqual([undefined, true])
})

it('keeps back what swipes mean until the stroke is over, and nothing else', () => {
  wave.offerToTakeBack(takeBack)
  shown('swipe.left')
  expect([passes('swipe.left'), passes('swipe.right'), passes('pinch.index')]).toEqual([
    ...[false, false, true],
  ])
  nowMs += 1000
  expect(passes('swipe.left')).toBe(true)
})

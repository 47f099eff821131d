import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CausedEffect, Effect } from '../../core/action/effect.ts'
import { createPointerInterpolation, INTERPOLATION_CAUSE } from './pointer-interpolation.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function stage() {
  const startMs = Date.now()
  const sent: { effect: Effect; cause: string; atMs: number }[] = []
  const nowMs = (): number => Date.now() - startMs
  const interpolation = createPointerInterpolation({
    nowMs,
    dispatch: ({ effect, cause }: CausedEffect) => sent.push({ effect, cause, atMs: nowMs() }),
  })
  const send = (effect: Effect, atMs: number): void => {
    interpolation.dispatch({ effect, atMs, cause: 'pointer' })
  }
  const moveTo = (x: number, atMs: number): void => {
    send({ kind: 'pointer.move', to: { x, y: 0 } }, atMs)
  }
  const xs = (): number[] =>
    sent.flatMap(({ effect }) => (effect.kind === 'pointer.move' ? [effect.to.x] : []))
  return { interpolation, sent, send, moveTo, xs, nowMs }
}

describe('the gliding pointer', () => {
  it('goes to the first point at once', () => {
    const { moveTo, xs } = stage()
    moveTo(100, 0)
    expect(xs()).toEqual([100])
  })
  it('makes steps between detections and is there within half a frame', () => {
    const { moveTo, sent, xs } = stage()
    moveTo(0, 0)
    vi.advanceTimersByTime(33)
    moveTo(100, 33)
    vi.advanceTimersByTime(100)
    expect([xs()[0], xs()[1], xs().at(-1)]).toEqual([0, 51, 100])
    expect(sent[1]?.cause).toBe(INTERPOLATION_CAUSE)
    expect(sent.at(-1)?.cause).toBe('pointer')
    expect((sent.at(-1)?.atMs ?? 0) - 33).toBeLessThanOrEqual(16.5)
  })
  it('never turns back on its way and never goes past', () => {
    const { moveTo, xs } = stage()
    for (let frame = 0; frame < 10; frame += 1) {
      moveTo(frame * 40, frame * 33)
      vi.advanceTimersByTime(33)
    }
    const path = xs()
    expect(path).toEqual(path.toSorted((a, b) => a - b))
    expect(path.at(-1)).toBe(360)
  })
  it('brings the pointer to its point before a button goes up', () => {
    const { moveTo, send, sent } = stage()
    moveTo(0, 0)
    vi.advanceTimersByTime(33)
    moveTo(100, 33)
    send({ kind: 'pointer.release', button: 'left' }, 34)
    expect(sent.slice(-2).map(({ effect }) => effect)).toEqual([
      { kind: 'pointer.move', to: { x: 100, y: 0 } },
      { kind: 'pointer.release', button: 'left' },
    ])
  })
  it('moves no more when it is stopped', () => {
    const { interpolation, moveTo, sent } = stage()
    moveTo(0, 0)
    vi.advanceTimersByTime(33)
    moveTo(100, 33)
    interpolation.stop()
    const before = sent.length
    vi.advanceTimersByTime(1000)
    expect(sent.length).toBe(before)
    expect(vi.getTimerCount()).toBe(0)
  })
  it('keeps no timer while it rests', () => {
    const { moveTo } = stage()
    moveTo(0, 0)
    vi.advanceTimersByTime(33)
    moveTo(50, 33)
    vi.advanceTimersByTime(200)
    expect(vi.getTimerCount()).toBe(0)
  })
})

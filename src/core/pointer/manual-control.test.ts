import { describe, expect, it } from 'vitest'
import { isManual, NO_MANUAL_CONTROL, readPointer } from './manual-control.ts'
import type { ManualControl, SentPoint } from './manual-control.ts'

const p = (x: number): { readonly x: number; readonly y: number } => ({ x, y: 100 })
const sent = (x: number, atMs: number): SentPoint => ({ at: p(x), atMs })

/** Readings every 50 ms from 1000 ms on, beside what had been sent by then. */
function read(
  xs: readonly number[],
  sends: readonly SentPoint[] = [],
): { readonly state: ManualControl; readonly nowMs: number } {
  let state = NO_MANUAL_CONTROL
  let nowMs = 950
  for (const x of xs) {
    nowMs += 50
    const now = nowMs
    state = readPointer(
      state,
      p(x),
      nowMs,
      sends.filter(({ atMs }) => atMs <= now),
    )
  }
  return { state, nowMs }
}
const isTaken = ({ state, nowMs }: ReturnType<typeof read>): boolean => isManual(state, nowMs)

describe('the real mouse', () => {
  it('takes over when it moves by more than ten pixels, also slowly', () => {
    expect([
      isTaken(read([500, 500, 515])),
      isTaken(read([500, 504, 508, 512])),
      isTaken(read([500, 505, 509, 505])),
    ]).toEqual([true, true, false])
  })
  it('gives back after two seconds of rest', () => {
    const { state, nowMs } = read([500, 530])
    expect([isManual(state, nowMs + 1999), isManual(state, nowMs + 2000)]).toEqual([true, false])
  })
  it('is not taken for moved by what we sent, early or late', () => {
    const sends = [sent(600, 1010), sent(700, 1060), sent(800, 1110)]
    expect(isTaken(read([500, 600, 700, 700, 800, 800], sends))).toBe(false)
  })
  it('takes over while we send, when the pointer is elsewhere', () => {
    const sends = [sent(600, 1010), sent(610, 1060), sent(620, 1110)]
    expect(isTaken(read([500, 600, 640], sends))).toBe(true)
  })
  it('is left alone where pointers are read in other units than they are sent', () => {
    const sends = Array.from({ length: 20 }, (_, index) =>
      sent(600 + index * 40, 1000 + index * 50),
    )
    const halved = sends.map(({ at }) => at.x / 2)
    expect(isTaken(read(halved, sends))).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { findStroke } from './stroke.ts'
import type { TrailPoint } from './stroke.ts'

const LIMITS = { minPalmWidths: 2, maxDurationMs: 400, needsOpenHand: true }
/** A hand that goes right by four of its widths in 400 ms. */
const trail = (everyMs: number, change: (index: number) => Partial<TrailPoint> = () => ({})) =>
  Array.from({ length: Math.floor(400 / everyMs) + 1 }, (_, index) => ({
    atMs: index * everyMs,
    at: { x: (index * everyMs) / 1000, y: 0.5 },
    palmWidth: 0.1,
    isOpen: true,
    ...change(index),
  }))

describe('a stroke', () => {
  it('is seen at 30 frames a second, and at 15 with a closed hand in one of them', () => {
    expect(findStroke(trail(1000 / 30), LIMITS)?.direction).toBe('right')
    const blurred = trail(1000 / 15, (index) => ({ isOpen: index !== 3 }))
    expect(findStroke(blurred, LIMITS)?.direction).toBe('right')
  })
  it('is none at five frames a second, which show two arms as one hand', () => {
    expect(findStroke(trail(200), LIMITS)).toBeUndefined()
  })
  it('is as long for a hand that blurs to three times its size at its end', () => {
    const swollen = trail(1000 / 15, (index) => (index === 6 ? { palmWidth: 0.3 } : {}))
    expect(findStroke(swollen, LIMITS)?.direction).toBe('right')
  })
  it('is none of a hand that is closed for half of it', () => {
    const closing = trail(1000 / 30, (index) => ({ isOpen: index % 2 === 0 }))
    expect(findStroke(closing, LIMITS)).toBeUndefined()
  })
})

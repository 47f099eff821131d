import { describe, expect, test } from 'vitest'
import { LETTER_POINTS } from './letter-points.ts'
import { EMPTY_RING, pushFrame, WINDOW_FRAMES, WINDOW_STEP_MS, windowOf } from './letter-window.ts'
import type { LetterRing } from './letter-window.ts'

/** A right hand all of whose values tell the time at which it was seen. */
function seenAt(atMs: number, hasHand = true) {
  const points = new Float32Array(LETTER_POINTS)
  if (hasHand) points.fill(1 + atMs / 1000, LETTER_POINTS / 2)
  return { atMs, points }
}

function ringOf(fps: number, frames: number): LetterRing {
  let ring = EMPTY_RING
  for (let at = 0; at < frames; at++) ring = pushFrame(ring, seenAt((at * 1000) / fps))
  return ring
}

/** One number per row: what the right hand shows. */
function rows(ring: LetterRing): readonly number[] {
  const window = windowOf(ring, new Float32Array(WINDOW_FRAMES * LETTER_POINTS))
  return Array.from(
    { length: WINDOW_FRAMES },
    (_, row) => window[row * LETTER_POINTS + LETTER_POINTS / 2] ?? NaN,
  )
}

describe('letter window', () => {
  test.each([15, 24, 30, 60])('a camera of %i frames a second shows the same movement', (fps) => {
    const ring = ringOf(fps, 3 * fps)
    const endMs = ring.at(-1)?.atMs ?? 0
    const expected = Array.from(
      { length: WINDOW_FRAMES },
      (_, row) => 1 + (endMs - (WINDOW_FRAMES - 1 - row) * WINDOW_STEP_MS) / 1000,
    )
    rows(ring).forEach((value, row) => expect(value).toBeCloseTo(expected[row] ?? NaN, 5))
  })

  test('before the first frame there is no hand', () => {
    const values = rows(ringOf(30, 4))
    expect(values.filter((value) => value === 0)).toHaveLength(WINDOW_FRAMES - 4)
    expect(values.slice(-4).every((value) => value >= 1)).toBe(true)
  })

  test('a hand that is away is not made up between frames that show it', () => {
    let ring = EMPTY_RING
    for (let at = 0; at < 30; at++)
      ring = pushFrame(ring, seenAt(at * WINDOW_STEP_MS, at < 10 || at > 20))
    expect(rows(ring).filter((value) => value === 0).length).toBeGreaterThanOrEqual(11)
  })

  test('after a long gap the old frames are not stretched over it', () => {
    const ring = pushFrame(ringOf(30, 5), seenAt(5000))
    expect(ring).toHaveLength(1)
    expect(rows(ring).filter((value) => value !== 0)).toHaveLength(1)
  })

  test('time that goes back starts over', () => {
    expect(pushFrame(ringOf(30, 20), seenAt(0))).toHaveLength(1)
  })
})

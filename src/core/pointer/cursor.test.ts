import { describe, expect, it } from 'vitest'
import type { Aim } from './aim.ts'
import { USUAL_REST_ZONE_PALMS } from './hand-calibration.ts'
import { holdCursor, moveCursor, startCursor } from './cursor.ts'
import type { Cursor } from './cursor.ts'

const DESKTOP = { left: 0, top: 0, width: 1920, height: 1080 }
const PX_PER_PALM = 500

const aimAt = (x: number, palmsPerS = 0): Aim => ({
  at: { x, y: 500 },
  travelled: { x, y: 500 },
  pxPerPalm: PX_PER_PALM,
  restZonePalms: USUAL_REST_ZONE_PALMS,
  velocity: { x: palmsPerS, y: 0 },
})

/** Follows the aim through these places at this speed. */
const follow = (start: Cursor, xs: readonly number[], palmsPerS: number, press = 0): Cursor =>
  xs.reduce((cursor, x) => moveCursor(cursor, aimAt(x, palmsPerS), DESKTOP, press), start)

const at = (x: number): Cursor => startCursor(aimAt(x), undefined)

describe('the cursor of a hand', () => {
  it('stays while the hand trembles in place', () => {
    expect(follow(at(800), [805, 793, 810, 788], 0.02).at.x).toBe(800)
  })
  it('is at the aim, all but a pixel, while the hand moves', () => {
    expect(follow(at(800), [850, 900, 1000], 1.5).at.x).toBeCloseTo(999, 0)
  })
  it('catches up with a small but quick movement', () => {
    expect(follow(at(800), [806, 812, 814], 0.3).at.x).toBeGreaterThanOrEqual(813)
  })
  it('stays through more trembling the nearer a press is', () => {
    expect([0, 1].map((press) => follow(at(800), [820], 0.02, press).at.x)).toEqual([805, 800])
  })
  it('gives back what a press took up by moving, at half speed or more and without a jump', () => {
    let cursor = holdCursor(aimAt(900), { x: 800, y: 500 })
    for (let x = 910; x <= 1800; x += 10) {
      const before = cursor.at.x
      cursor = moveCursor(cursor, aimAt(x, 1.5), DESKTOP)
      expect(cursor.at.x - before).toBeGreaterThanOrEqual(4)
      expect(cursor.at.x - before).toBeLessThanOrEqual(16)
    }
    expect(cursor.at.x).toBeGreaterThan(1780)
  })
})

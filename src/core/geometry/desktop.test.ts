import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clampToDesktop, desktopOf } from './desktop.ts'
import type { ScreenRect } from './point.ts'

/** Of mixed sizes, left of, above and beside each other, with gaps between. */
const monitor = fc.record<ScreenRect>({
  left: fc.integer({ min: -6000, max: 6000 }),
  top: fc.integer({ min: -4000, max: 4000 }),
  width: fc.constantFrom(1280, 1920, 2560, 3840),
  height: fc.constantFrom(720, 1080, 1440, 2160),
})
const monitors = fc.array(monitor, { minLength: 1, maxLength: 4 })
const coordinate = fc.oneof(
  fc.double({ min: -20_000, max: 20_000, noNaN: true }),
  fc.constantFrom(Number.NaN, Infinity, -Infinity),
)

const corners = ({ left, top, width, height }: ScreenRect): { x: number; y: number }[] => [
  { x: left, y: top },
  { x: left + width - 1, y: top },
  { x: left, y: top + height - 1 },
  { x: left + width - 1, y: top + height - 1 },
]
const isOn = (one: ScreenRect, { x, y }: { x: number; y: number }): boolean =>
  x >= one.left && x <= one.left + one.width - 1 && y >= one.top && y <= one.top + one.height - 1

describe('a desktop of several monitors', () => {
  it('has every corner of every monitor', () => {
    fc.assert(
      fc.property(monitors, (all) => {
        const desktop = desktopOf(all)
        if (desktop === undefined) throw new Error('expected a desktop')
        for (const one of all) {
          for (const corner of corners(one)) expect(clampToDesktop(corner, desktop)).toEqual(corner)
        }
      }),
    )
  })
  it('lets no point be where no monitor is', () => {
    fc.assert(
      fc.property(monitors, coordinate, coordinate, (all, x, y) => {
        const at = clampToDesktop({ x, y }, desktopOf(all) ?? all[0]!)
        expect(all.some((one) => isOn(one, at))).toBe(true)
      }),
    )
  })
  it('takes the nearest monitor for a point between two', () => {
    const desktop = desktopOf([
      { left: -1000, top: 0, width: 500, height: 500 },
      { left: 0, top: 200, width: 800, height: 600 },
    ])!
    expect(clampToDesktop({ x: -400, y: 100 }, desktop)).toEqual({ x: -501, y: 100 })
    expect(clampToDesktop({ x: -50, y: 250 }, desktop)).toEqual({ x: 0, y: 250 })
    expect(desktop).toMatchObject({ left: -1000, top: 0, width: 1800, height: 800 })
  })
  it('is none without a monitor that has an extent', () => {
    const rect = { left: 0, top: 0, width: 0, height: 600 }
    expect([desktopOf([]), desktopOf([rect])]).toEqual([undefined, undefined])
  })
})

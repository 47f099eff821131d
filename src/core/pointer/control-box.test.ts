import { describe, expect, it } from 'vitest'
import { controlBox, boxDraggedBy, planeToScreen } from './control-box.ts'
import type { BoxInput } from './control-box.ts'

const DESKTOP = { left: -1920, top: 0, width: 3840, height: 1080 }
const INPUT: BoxInput = {
  side: 'right',
  palmLength: 0.1,
  boxHeightPalms: 2,
  aspectRatio: 16 / 9,
  desktop: DESKTOP,
  neutral: undefined,
}

describe('the control box', () => {
  it('is as many palms high as asked and shaped like the desktop', () => {
    const box = controlBox(undefined, INPUT)
    expect([box.height, box.width / box.height]).toEqual([0.2, 3840 / 1080])
  })
  it('takes the same movement of a hand twice as near to the same place', () => {
    const near = controlBox({ x: 0.9, y: 0.5 }, { ...INPUT, palmLength: 0.12 })
    const far = controlBox({ x: 0.9, y: 0.5 }, { ...INPUT, palmLength: 0.06 })
    const onScreen = [near, far].map((box, index) => {
      const palm = index === 0 ? 0.12 : 0.06
      const hand = { x: box.centre.x + palm * 0.5, y: box.centre.y - palm * 0.5 }
      return planeToScreen(box, hand, DESKTOP)
    })
    expect(onScreen[0]?.x).toBeCloseTo(onScreen[1]?.x ?? NaN)
    expect(onScreen[0]?.y).toBeCloseTo(onScreen[1]?.y ?? NaN)
  })
  it('stays where the whole hand can be seen, and shrinks where it has to', () => {
    const box = controlBox({ x: 5, y: -3 }, { ...INPUT, palmLength: 0.3 })
    expect(box.centre.x + box.width / 2).toBeLessThanOrEqual(16 / 9)
    expect(box.centre.y - box.height / 2).toBeGreaterThanOrEqual(0.3)
    expect(box.height).toBeLessThan(0.6)
  })
  it('follows a hand that leaves it, so that the edge lies within reach', () => {
    const box = controlBox(undefined, INPUT)
    const hand = { x: box.centre.x + box.width, y: box.centre.y }
    const moved = { ...box, centre: boxDraggedBy(box, hand) }
    expect(planeToScreen(moved, hand, DESKTOP).x).toBeCloseTo(1920 + 0.02 * 3840)
  })
  it('maps its corners to the corners of a desktop with a negative origin', () => {
    const box = controlBox(undefined, INPUT)
    const corner = { x: box.centre.x - box.width / 2, y: box.centre.y - box.height / 2 }
    const at = planeToScreen(box, corner, DESKTOP)
    expect([at.x, at.y]).toEqual([expect.closeTo(-1920), expect.closeTo(0)])
  })
})

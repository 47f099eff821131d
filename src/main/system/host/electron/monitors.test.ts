import { describe, expect, it } from 'vitest'
import { clampToDesktop } from '../../../../core/geometry/desktop.ts'
import { desktopOfDisplays, type DipRect, type ShownDisplay } from './monitors.ts'

const display = (bounds: readonly [number, number, number, number], scaleFactor: number) => {
  const [x, y, width, height] = bounds
  return { bounds: { x, y, width, height }, scaleFactor } satisfies ShownDisplay
}
const never = (): DipRect => {
  throw new Error('only Windows is asked')
}

describe('the monitors that Electron tells of', () => {
  it('are as Windows has them, where each has a scale of its own', () => {
    // A laptop at 150 %, a 4K monitor at 200 % left of it and higher, an old one at 100 % to the right.
    const displays = [
      display([0, 0, 1280, 800], 1.5),
      display([-1920, -280, 1920, 1080], 2),
      display([1280, 0, 1280, 1024], 1),
    ]
    const physical = new Map([
      [0, { x: 0, y: 0, width: 1920, height: 1200 }],
      [-1920, { x: -3840, y: -560, width: 3840, height: 2160 }],
      [1280, { x: 1920, y: 0, width: 1280, height: 1024 }],
    ])
    const desktop = desktopOfDisplays(displays, 'win32', (rect) => physical.get(rect.x) ?? rect)
    expect(desktop).toMatchObject({ left: -3840, top: -560, width: 7040, height: 2160 })
    expect(desktop?.monitors).toEqual([
      { left: 0, top: 0, width: 1920, height: 1200 },
      { left: -3840, top: -560, width: 3840, height: 2160 },
      { left: 1920, top: 0, width: 1280, height: 1024 },
    ])
    // Every corner is a place of its own, though the middle of the box has a hole.
    for (const { left, top, width, height } of desktop?.monitors ?? []) {
      const corner = { x: left + width - 1, y: top + height - 1 }
      expect(desktop && clampToDesktop(corner, desktop)).toEqual(corner)
    }
  })
  it('are counted by macOS as it counts the pointer', () => {
    const displays = [display([0, 0, 1512, 982], 2), display([-2560, -458, 2560, 1440], 1)]
    expect(desktopOfDisplays(displays, 'darwin', never)).toMatchObject({
      ...{ left: -2560, top: -458, width: 4072, height: 1440 },
    })
  })
  it('are scaled on Linux, and stay side by side at a broken scale', () => {
    const displays = [display([0, 0, 1537, 864], 1.25), display([1537, 0, 1537, 864], 1.25)]
    const [first, second] = desktopOfDisplays(displays, 'linux', never)?.monitors ?? []
    expect(first).toEqual({ left: 0, top: 0, width: 1921, height: 1080 })
    expect(second?.left).toBe(1921)
  })
  it('are none while all are unplugged', () => {
    expect(desktopOfDisplays([], 'win32', never)).toBeUndefined()
  })
})

import { desktopOf } from '../../../../core/geometry/desktop.ts'
import type { Desktop, ScreenRect } from '../../../../core/geometry/point.ts'

/** What Electron tells of a monitor that matters here. */
export interface ShownDisplay {
  /** In device-independent pixels. */
  readonly bounds: DipRect
  /** Physical pixels per device-independent one; each monitor has its own. */
  readonly scaleFactor: number
}

export interface DipRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * The monitors in the pixels in which the input library counts. macOS counts in device-independent ones everywhere. Windows puts
 * monitors of different scales side by side in a way that only it knows: `toPhysical` asks it. Linux scales all alike; there xrandr
 * is asked first, and this is for where it is missing.
 */
export function desktopOfDisplays(
  displays: readonly ShownDisplay[],
  platform: NodeJS.Platform,
  toPhysical: (rect: DipRect) => DipRect,
): Desktop | undefined {
  return desktopOf(
    displays.map(({ bounds, scaleFactor }) => {
      if (platform === 'darwin') return screenRect(bounds)
      return screenRect(platform === 'win32' ? toPhysical(bounds) : scaledRect(bounds, scaleFactor))
    }),
  )
}

const screenRect = ({ x, y, width, height }: DipRect): ScreenRect => ({
  left: x,
  top: y,
  width,
  height,
})

/** Edges are rounded, not sizes: neighbours must neither overlap nor leave a gap. */
function scaledRect({ x, y, width, height }: DipRect, scaleFactor: number): DipRect {
  const [left, top] = [Math.round(x * scaleFactor), Math.round(y * scaleFactor)]
  const right = Math.round((x + width) * scaleFactor)
  const bottom = Math.round((y + height) * scaleFactor)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

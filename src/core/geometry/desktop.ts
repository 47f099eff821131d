import type { Desktop, ScreenPoint, ScreenRect } from './point.ts'
import { clamp } from './vector.ts'

/** On the nearest monitor; anything not finite becomes a corner. */
export function clampToDesktop(point: ScreenPoint, desktop: Desktop): ScreenPoint {
  const inBox = clampToRect(point, desktop)
  let nearest = inBox
  let nearestPx = Infinity
  for (const monitor of desktop.monitors ?? []) {
    const at = clampToRect(inBox, monitor)
    const px = Math.hypot(at.x - inBox.x, at.y - inBox.y)
    if (px >= nearestPx) continue
    nearest = at
    nearestPx = px
  }
  return nearest
}

const clampToRect = ({ x, y }: ScreenPoint, rect: ScreenRect): ScreenPoint => ({
  x: clampFinite(x, rect.left, rect.left + rect.width - 1),
  y: clampFinite(y, rect.top, rect.top + rect.height - 1),
})

const clampFinite = (value: number, low: number, high: number): number =>
  Number.isFinite(value) ? clamp(value, low, Math.max(low, high)) : low

/** The box around these monitors, with them; undefined for none that has an extent. */
export function desktopOf(monitors: readonly ScreenRect[]): Desktop | undefined {
  const real = monitors.filter(
    ({ left, top, width, height }) => [left, top].every(Number.isFinite) && width > 0 && height > 0,
  )
  if (real.length === 0) return undefined
  const left = Math.min(...real.map((one) => one.left))
  const top = Math.min(...real.map((one) => one.top))
  const right = Math.max(...real.map((one) => one.left + one.width))
  const bottom = Math.max(...real.map((one) => one.top + one.height))
  return { left, top, width: right - left, height: bottom - top, monitors: real }
}

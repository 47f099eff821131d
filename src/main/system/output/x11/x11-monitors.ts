import { desktopOf } from '../../../../core/geometry/desktop.ts'
import type { Desktop, ScreenRect } from '../../../../core/geometry/point.ts'
import { outputOf } from '../sinks/tool-output.ts'

/** The monitors of the X server in physical pixels; undefined where there is no X, no xrandr, or no monitor. */
export async function readX11Monitors(): Promise<Desktop | undefined> {
  if (process.platform !== 'linux' || !process.env['DISPLAY']) return undefined
  try {
    return desktopOf(monitorsIn(await outputOf('xrandr', ['--listactivemonitors'])))
  } catch {
    // Without xrandr the input library's size of the whole screen has to do.
    return undefined
  }
}

/** Lines such as ` 1: +*eDP-1 1920/344x1080/194+-1920+0  eDP-1`: pixels and millimetres, then the place. */
export function monitorsIn(text: string): readonly ScreenRect[] {
  return text.split('\n').flatMap((line) => {
    const found = /^\s*\d+:.*?\s(\d+)\/\d+x(\d+)\/\d+\+(-?\d+)\+(-?\d+)/.exec(line)
    if (found === null) return []
    const [, width = 0, height = 0, left = 0, top = 0] = found.map(Number)
    return [{ left, top, width, height }]
  })
}

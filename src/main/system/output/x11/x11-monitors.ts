import { desktopOf } from '../../../../core/geometry/desktop.ts'
import type { Desktop, ScreenRect } from '../../../../core/geometry/point.ts'
import { runTool } from '../sinks/run-tool.ts'

/** The monitors of the X server in physical pixels; undefined where there is no X, no xrandr, or no monitor. */
export async function readX11Monitors(): Promise<Desktop | undefined> {
  if (process.platform !== 'linux' || !process.env['DISPLAY']) return undefined
  try {
    return desktopOf(monitorsIn(await runTool('xrandr', ['--listactivemonitors'])))
  } catch {
    // Without xrandr the input library's size of the whole screen has to do.
    return undefined
  }
}

/** Lines such as ` 1: +*eDP-1 1920/344x1080/194+-1920+0  eDP-1`: pixels and millimetres, then the place. */
export function monitorsIn(text: string): readonly ScreenRect[] {
  const line = /^\s*\d+:.*?\s(\d+)\/\d+x(\d+)\/\d+\+(-?\d+)\+(-?\d+)/gm
  return [...text.matchAll(line)].map(([, width, height, left, top]) => ({
    left: Number(left),
    top: Number(top),
    width: Number(width),
    height: Number(height),
  }))
}

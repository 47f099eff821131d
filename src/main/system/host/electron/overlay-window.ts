import { BrowserWindow, screen } from 'electron'
import type { PointerView } from '../../../../contract/channels/app-state.ts'
import { OVERLAY_URL } from './our-page.ts'
import { overlayPlace } from './overlay-place.ts'
import { SAFE_PREFERENCES } from './page-window.ts'

export interface OverlayWindow {
  readonly window: BrowserWindow
  /** Stands beside the pointer, in physical pixels as the dispatcher counts them. */
  follow(pointer: PointerView): void
  setShown(isShown: boolean): void
  close(): void
}

const SIZE = { width: 320, height: 140 }

/** The HUD beside the pointer: seen through, clicked through, never focused, above everything. */
export function openOverlayWindow(preload: string): OverlayWindow {
  const window = new BrowserWindow({
    ...SIZE,
    show: false,
    frame: false,
    transparent: true,
    resizable: false,
    focusable: false,
    skipTaskbar: true,
    hasShadow: false,
    alwaysOnTop: true,
    webPreferences: { ...SAFE_PREFERENCES, preload },
  })
  window.setIgnoreMouseEvents(true)
  window.setAlwaysOnTop(true, 'screen-saver')
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true })
  // Without its HUD the app is whole: a page that does not load leaves an invisible window.
  window.loadURL(OVERLAY_URL).catch(() => undefined)
  return {
    window,
    follow(pointer) {
      if (window.isDestroyed() || !window.isVisible()) return
      const at = inDip(pointer)
      const place = overlayPlace(at, SIZE, screen.getDisplayNearestPoint(at).workArea)
      window.setPosition(place.x, place.y)
    },
    setShown(isShown) {
      if (window.isDestroyed() || window.isVisible() === isShown) return
      if (isShown) window.showInactive()
      else window.hide()
    },
    close: () => window.destroy(),
  }
}

/** macOS counts the pointer in device-independent pixels as it is. */
function inDip(pointer: PointerView): { x: number; y: number } {
  const point = { x: Math.round(pointer.x), y: Math.round(pointer.y) }
  return process.platform === 'darwin' ? point : screen.screenToDipPoint(point)
}

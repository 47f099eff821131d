import { BrowserWindow } from 'electron'
import { WINDOW_URL } from './our-page.ts'

/** What every page of ours runs under. */
export const SAFE_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  // Tracking goes on while the window is hidden or covered.
  backgroundThrottling: false,
} as const

export interface PageWindowEvents {
  /** The page's process died or hangs. */
  readonly onLost: (reason: string) => void
  readonly onClosed: () => void
}

/** Makes the window, not loaded yet: it must be known before its page asks for a port. */
export function createPageWindow(
  preload: string,
  icon: string,
  isHidden: boolean,
  events: PageWindowEvents,
): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 480,
    title: 'Beckon',
    icon,
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...SAFE_PREFERENCES, preload },
  })
  if (!isHidden) window.once('ready-to-show', () => window.show())
  window.once('closed', events.onClosed)
  window.webContents.once('render-process-gone', (_event, { reason }) =>
    events.onLost(`The window's process ended (${reason}).`),
  )
  window.once('unresponsive', () => events.onLost('The window does not answer.'))
  return window
}

export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(WINDOW_URL)
}

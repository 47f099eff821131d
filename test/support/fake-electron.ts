/**
 * As much of Electron as its host uses, without its program: a test puts it in Electron's place (`vi.mock`), says when a window has
 * loaded, has its page ask for a port, and sees which hotkeys are held.
 */
import { EventEmitter } from 'node:events'

const done = (): void => undefined
const PORT_REQUEST = 'beckon:request-port'

/** What the test sees and says. */
export const desk = {
  windows: [] as BrowserWindow[],
  /** Keys by what happens when they are pressed. */
  hotkeys: new Map<string, () => void>(),
  /** Every key that was ever asked for, in order. */
  asked: [] as string[],
  /** Keys that another program has. */
  taken: new Set<string>(),
  reset(): void {
    this.windows = []
    this.asked = []
    this.hotkeys.clear()
    this.taken.clear()
  },
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: EventEmitter & { readonly id: number; readonly mainFrame: object }
  readonly loaded: Promise<void>
  /** Its page has been read, as `loadURL` says. */
  finishLoading: () => void = done
  at: readonly [number, number] | undefined
  #isVisible = false
  #isDestroyed = false
  #url = ''

  constructor() {
    super()
    const frame = { postMessage: done }
    Object.defineProperty(frame, 'url', { get: () => this.#url })
    const id = desk.windows.length + 1
    this.webContents = Object.assign(new EventEmitter(), { id, mainFrame: frame })
    this.loaded = new Promise((resolve) => {
      this.finishLoading = resolve
    })
    desk.windows.push(this)
  }

  loadURL(url: string): Promise<void> {
    this.#url = url
    return this.loaded
  }

  /** As its page does as soon as it runs, which may be before or after the window counts as loaded. */
  askForPort(): void {
    const { mainFrame } = this.webContents
    ipcMain.emit(PORT_REQUEST, { sender: this.webContents, senderFrame: mainFrame })
  }

  setPosition(x: number, y: number): void {
    this.at = [x, y]
  }

  isVisible = (): boolean => this.#isVisible
  isDestroyed = (): boolean => this.#isDestroyed
  isMinimized = (): boolean => false
  setIgnoreMouseEvents = done
  setAlwaysOnTop = done
  setVisibleOnAllWorkspaces = done
  focus = done
  restore = done
  show = (): void => void (this.#isVisible = true)
  showInactive = this.show
  hide = (): void => void (this.#isVisible = false)
  destroy = (): void => void (this.#isDestroyed = true)
}

export const globalShortcut = {
  register(keys: string, onPress: () => void): boolean {
    desk.asked.push(keys)
    if (desk.taken.has(keys) || desk.hotkeys.has(keys)) return false
    desk.hotkeys.set(keys, onPress)
    return true
  },
  unregister: (keys: string): void => void desk.hotkeys.delete(keys),
}

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  getAppPath: () => '/app',
  setLoginItemSettings: done,
})
export const powerMonitor = new EventEmitter()
export const ipcMain = new EventEmitter()
export const systemPreferences = { askForMediaAccess: () => Promise.resolve(true) }
const display = { workArea: { x: 0, y: 0, width: 1920, height: 1080 } }
export const screen = {
  screenToDipPoint: <Point>(point: Point): Point => point,
  getDisplayNearestPoint: () => display,
}
export const Menu = { buildFromTemplate: done }
export class MessageChannelMain {
  readonly port1 = {}
  readonly port2 = {}
}
export const Notification = { isSupported: () => false }
export class Tray extends EventEmitter {
  setImage = done
  setToolTip = done
  setContextMenu = done
  destroy = done
}

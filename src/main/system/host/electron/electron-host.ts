import {
  globalShortcut,
  screen,
  systemPreferences,
  type BrowserWindow,
  type MessagePortMain,
} from 'electron'
import { join } from 'node:path'
import type {
  AppState,
  PointerView,
  ProjectSummary,
} from '../../../../contract/channels/app-state.ts'
import type { MainEndpoint } from '../../../../contract/boundary/endpoints.ts'
import { SWITCH_NEWS_MS } from '../../../../contract/channels/project-channels.ts'
import type { Hotkeys, Settings } from '../../../../contract/channels/settings.ts'
import { say } from '../../../../contract/words/say.ts'
import { failed, ok, type Problem, type Result } from '../../../../contract/boundary/result.ts'
import type { StageProblem } from '../../../../contract/channels/status.ts'
import { subscribe, notifyAll } from '../../../../contract/boundary/subscribers.ts'
import type { Desktop } from '../../../../core/geometry/point.ts'
import { toType, onlyEnglish, type Sentence } from '../../../../core/sentence/sentence.ts'
import type { Host, HostCommand } from '../host.ts'
import { createHotkeyClaims, type HotkeyClaims } from '../hotkeys.ts'
import { trayMenu } from '../tray-menu.ts'
import { desktopOfDisplays, type DipRect } from './monitors.ts'
import { openOverlayWindow, type OverlayWindow } from './overlay-window.ts'
import { startAtLogin } from './login-start.ts'
import { createPageWindow, loadPage } from './page-window.ts'
import { answerPortRequests, webContentsIdOf } from './ports.ts'
import { hideInsteadOfClosing } from './stay-in-tray.ts'
import { listenToSystem } from './system-events.ts'
import { openTray, type TrayIcon } from './tray.ts'

export interface ElectronHostOptions {
  /** The window's end, with what the overlay shows passed on. */
  readonly end: MainEndpoint
  readonly attachWindow: (port: MessagePortMain) => void
  readonly attachOverlay: (port: MessagePortMain) => void
  readonly expose: Host['expose']
  /** The built preload script. */
  readonly preload: string
  /** Holds `app.png` and `tray-<shape>.png`. */
  readonly iconsDir: string
  /** The first window stays hidden: a start at login. */
  readonly startsHidden: boolean
}

/** Beckon as a desktop app: window, tray, overlay and hotkey. Call when Electron is ready. */
export function createElectronHost(options: ElectronHostOptions): Host {
  return new ElectronHost(options)
}

class ElectronHost implements Host {
  readonly kind = 'electron'
  readonly end: MainEndpoint
  readonly expose: Host['expose']
  readonly #options: ElectronHostOptions
  readonly #listeners = new Set<(command: HostCommand) => void>()
  readonly #stops: (() => void)[]
  #window: BrowserWindow | undefined
  #overlay: OverlayWindow | undefined
  #tray: TrayIcon | undefined
  #areExtrasOpen = false
  readonly #hotkeys: HotkeyClaims
  #settings: Settings | undefined
  #isEngaged = false
  #news: NodeJS.Timeout | undefined
  #startsAtLogin: boolean | undefined

  constructor(options: ElectronHostOptions) {
    this.#options = options
    this.expose = options.expose
    this.end = options.end
    const portReceiverOf = (id: number): ((port: MessagePortMain) => void) | undefined => {
      if (id === webContentsIdOf(this.#window)) return options.attachWindow
      return id === webContentsIdOf(this.#overlay?.window) ? options.attachOverlay : undefined
    }
    this.#hotkeys = createHotkeyClaims(globalShortcut, (command) => this.#notify(command))
    this.#stops = [
      answerPortRequests({ portReceiverOf }),
      listenToSystem((command) => {
        this.#notify(command)
      }),
    ]
  }

  /** Electron has started already, and its window waits for nothing else. */
  prepare(): void {
    // Nothing takes long here.
  }

  async open(): Promise<Result<void>> {
    this.#dropWindow()
    if (process.platform === 'darwin') await systemPreferences.askForMediaAccess('camera')
    const { preload, iconsDir } = this.#options
    const isHidden = this.#options.startsHidden && !this.#areExtrasOpen
    const window = createPageWindow(preload, join(iconsDir, 'app.png'), isHidden, {
      onLost: (reason) => this.#notify({ kind: 'window-lost', reason }),
      onClosed: () => {
        if (window !== this.#window) return
        this.#window = undefined
        this.#notify({ kind: 'quit', reason: 'The window was closed.' })
      },
    })
    hideInsteadOfClosing(window, {
      hasTray: () => this.#tray !== undefined,
      isExplained: () => this.#settings?.isTrayExplained === true,
      explained: () => this.#notify({ kind: 'tray-explained' }),
    })
    this.#window = window
    try {
      await loadPage(window)
    } catch (error) {
      return failed(
        onlyEnglish(`The window could not be loaded: ${String(error)}`),
        toType('npm run build'),
      )
    }
    this.#openExtras()
    return ok(undefined)
  }

  follow(settings: Settings): void {
    this.#settings = settings
    if (this.#areExtrasOpen) this.#doAsChosen(settings)
  }

  checkHotkeys(hotkeys: Hotkeys): readonly Problem[] {
    return this.#hotkeys.check(hotkeys)
  }

  readMonitors(): Desktop | undefined {
    const toPhysical = (rect: DipRect): DipRect => screen.dipToScreenRect(null, { ...rect })
    return desktopOfDisplays(screen.getAllDisplays(), process.platform, toPhysical)
  }

  onCommand(listener: (command: HostCommand) => void): () => void {
    return subscribe(this.#listeners, listener)
  }

  show(state: AppState, projects: readonly ProjectSummary[]): void {
    this.#tray?.show(trayMenu(state, projects))
    this.#isEngaged = state.mode === 'engaged'
    this.#showOverlay()
  }

  showPointer(pointer: PointerView): void {
    this.#overlay?.follow(pointer)
  }

  /** A project that came while another program is in front is said where people look. */
  showSwitch(): void {
    clearTimeout(this.#news)
    this.#news = setTimeout(() => {
      this.#news = undefined
      this.#showOverlay()
    }, SWITCH_NEWS_MS)
    this.#showOverlay()
  }

  showWindow(): void {
    const window = this.#window
    if (window === undefined || window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  close(): Promise<void> {
    this.#listeners.clear()
    clearTimeout(this.#news)
    for (const stop of this.#stops.splice(0).toReversed()) stop()
    this.end.close()
    this.#dropWindow()
    return Promise.resolve()
  }

  /** What the app can do without: each that does not work here is told, and the rest goes on. */
  #openExtras(): void {
    if (this.#areExtrasOpen) return
    this.#areExtrasOpen = true
    this.#attempt(say('The tray icon'), () => {
      const tray = openTray(this.#options.iconsDir, (command) => {
        this.#notify(command)
      })
      this.#tray = tray
      this.#stops.push(() => tray.close())
    })
    this.#attempt(say('The display beside the pointer'), () => {
      const overlay = openOverlayWindow(this.#options.preload)
      this.#overlay = overlay
      this.#stops.push(() => overlay.close())
    })
    this.#stops.push(() => this.#hotkeys.release())
    if (this.#settings !== undefined) this.#doAsChosen(this.#settings)
  }

  #attempt(what: Sentence, open: () => void): void {
    try {
      open()
    } catch (error) {
      this.#report({ message: say('{} does not work here: {}', what, String(error)) })
    }
  }

  #doAsChosen({ hotkeys, startsAtLogin }: Settings): void {
    this.#showOverlay()
    this.#followLogin(startsAtLogin)
    for (const problem of this.#hotkeys.claim(hotkeys)) this.#report(problem, 'hotkey')
  }

  #followLogin(isOn: boolean): void {
    if (isOn === this.#startsAtLogin) return
    this.#startsAtLogin = isOn
    this.#attempt(say('Starting at login'), () => {
      startAtLogin(isOn)
    })
  }

  #showOverlay(): void {
    const isNews = this.#news !== undefined
    const isHudWanted = this.#settings?.showsHud === true
    this.#overlay?.setShown(isNews || (this.#isEngaged && isHudWanted))
  }

  #dropWindow(): void {
    const window = this.#window
    this.#window = undefined
    if (window !== undefined && !window.isDestroyed()) window.destroy()
  }

  #report({ message, fix }: Problem, stage: StageProblem['stage'] = 'host'): void {
    this.#notify({ kind: 'problem', problem: { stage, severity: 'low', message, fix } })
  }

  #notify(command: HostCommand): void {
    notifyAll(this.#listeners, command)
  }
}

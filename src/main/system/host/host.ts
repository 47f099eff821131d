import type {
  AppState,
  Mode,
  PointerView,
  ProjectSummary,
} from '../../../contract/channels/app-state.ts'
import type { MainEndpoint, Unsubscribe } from '../../../contract/boundary/endpoints.ts'
import type { Problem, Result } from '../../../contract/boundary/result.ts'
import type { Hotkeys, Settings } from '../../../contract/channels/settings.ts'
import type { StageProblem } from '../../../contract/channels/status.ts'
import type { Desktop } from '../../../core/geometry/point.ts'
import type { ExposedFile } from '../../shared/exposed-file.ts'

/** What people tell the app through the host rather than the window: tray, hotkey, system. */
export type HostCommand =
  | { readonly kind: 'set-mode'; readonly mode: Mode }
  | { readonly kind: 'toggle-pause' }
  | { readonly kind: 'switch-project'; readonly id: string }
  | { readonly kind: 'step-project'; readonly step: 'next' | 'previous' }
  | { readonly kind: 'show-window' }
  /** The computer sleeps or the screen is locked. */
  | { readonly kind: 'suspend' }
  /** The page or its browser broke down. `open` may be called again. */
  | { readonly kind: 'window-lost'; readonly reason: string }
  /** Somebody who is not our page was at its door. */
  | { readonly kind: 'intrusion'; readonly problem: StageProblem }
  /** Something of the host's own does not work: a hotkey that is taken, a tray that is not there. */
  | { readonly kind: 'problem'; readonly problem: StageProblem }
  /** It was said that Beckon stays in the tray; once is enough. */
  | { readonly kind: 'tray-explained' }
  | { readonly kind: 'quit'; readonly reason: string }

/** Where the app lives: everything that differs between Electron, a Chromium window and no window. */
export interface Host {
  readonly kind: 'electron' | 'chromium' | 'headless'
  /** The boundary to the page that captures the camera, tracks and shows. */
  readonly end: MainEndpoint
  /** Makes one local file readable by the page (and by nobody else) and returns its address. */
  expose(file: string | ExposedFile): string
  /**
   * Where the page may put a file that only it can read (what was dropped on it); hosts whose page knows paths leave it out.
   */
  expectUpload?(toPath: string, sizeBytes: number): string
  /**
   * Begins with what takes long and asks nothing of the app: a browser's start. What it comes to is `open`'s answer.
   * The page is not heard before `open`.
   */
  prepare(): void
  /** Opens the page. Fails with words for the user when there is no browser or no display. */
  open(): Promise<Result<void>>
  onCommand(listener: (command: HostCommand) => void): Unsubscribe
  /**
   * Does as people chose. Called before `open`, which carries it out, and with every change; what does not work is told as a
   * command. Hosts that none of it concerns do nothing.
   */
  follow(settings: Settings): void
  /** Brings tray and overlay up to date; hosts without them do nothing. */
  show(state: AppState, projects: readonly ProjectSummary[]): void
  /** Has what stands beside the pointer go along; hosts without it leave it out. */
  showPointer?(pointer: PointerView): void
  /** Another project has come into force: shown beside the pointer while it is news; hosts without it leave it out. */
  showSwitch?(): void
  /** Brings the window to the front where there is one. */
  showWindow(): void
  /** Why these hotkeys could not be had, before they are chosen: takes none of them. Hosts without hotkeys leave it out. */
  checkHotkeys?(hotkeys: Hotkeys): readonly Problem[]
  /** The monitors as the host's toolkit tells, in the pixels of the input library; hosts without one leave it out. */
  readMonitors?(): Desktop | undefined
  /** Closes window, server and browser; safe to call twice. */
  close(): Promise<void>
}

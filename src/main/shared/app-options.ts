export const HOST_KINDS = ['electron', 'chromium', 'headless'] as const
export type HostKind = (typeof HOST_KINDS)[number]
export const TRACKERS = ['native', 'mediapipe', 'auto'] as const
/** `auto` times both on this machine and takes the faster. */
export type TrackerChoice = (typeof TRACKERS)[number]
export type TrackerName = Exclude<TrackerChoice, 'auto'>

/** What the command line asks for, complete: absent means "the app decides". */
export interface AppOptions {
  readonly host: HostKind | undefined
  /** A video file, part of a camera's name, `demo` or `demo:SCRIPT`. */
  readonly camera: string | undefined
  /** The picture that comes in is already mirrored. */
  readonly isSourceMirrored: boolean | undefined
  readonly project: string | undefined
  readonly tracker: TrackerChoice | undefined
  readonly isDryRun: boolean
  readonly isEngaged: boolean
  /** The camera stays closed until somebody resumes: for a start at login. */
  readonly startsPaused: boolean
  /** Its window stays hidden until the tray or a second start shows it. Where there is no tray it is shown. */
  readonly startsHidden: boolean
  /** A file, or `-` for standard output. */
  readonly events: string | undefined
  readonly forMs: number | undefined
  /** 0 takes any free port. */
  readonly port: number
}

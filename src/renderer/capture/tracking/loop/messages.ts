import type {
  TrackerCommand,
  TrackerStatus,
  TrackerTiming,
} from '../../../../contract/channels/status.ts'
import type { Body } from '../../../../core/body/body.ts'
import type { TrackedHand } from '../../../../core/hand/hand-frame.ts'

/** A picture with its times, on its way from the pump to the tracker. The receiver owns it and closes it. */
export interface TimedPicture {
  readonly picture: VideoFrame | ImageBitmap
  /** Counts the pictures given to the tracker, from 0. */
  readonly sequence: number
  readonly atMs: number
  readonly capturedAtMs: number
}

/** Page → pump worker. */
export type PumpCommand =
  /** The channel to the tracker worker; a new one replaces it after the tracker was restarted. */
  | { readonly kind: 'tracker'; readonly port: MessagePort }
  /** Likewise to the worker that tracks bodies. */
  | { readonly kind: 'body-tracker'; readonly port: MessagePort }
  | { readonly kind: 'source'; readonly frames: ReadableStream<VideoFrame> }
  /** Where there is no MediaStreamTrackProcessor the page reads the pictures itself. */
  | { readonly kind: 'picture'; readonly picture: ImageBitmap; readonly timestampUs: number }
  | { readonly kind: 'no-source' }

/** Pump worker → page. */
export type PumpReport =
  /** Twice a second, from the worker's own clock: it goes on while the window is hidden. Counts since the last one. */
  | { readonly kind: 'pulse'; readonly cameraFrames: number; readonly droppedFrames: number }
  | { readonly kind: 'look'; readonly look: PictureStatistics }

/** What the picture looks like, twice a second: enough to tell a dark or a stuck camera. */
export interface PictureStatistics {
  readonly widthPx: number
  readonly heightPx: number
  /** 0 black .. 255 white. */
  readonly meanLuma: number
  /** Equal for pictures whose samples are all equal. */
  readonly fingerprint: number
}

/** Page → tracker worker. */
export type ThreadCommand =
  | { readonly kind: 'open'; readonly command: TrackerCommand; readonly wasmUrl: string }
  /** Stop tracking and time these on a picture of what they look for, which the worker closes. */
  | {
      readonly kind: 'measure'
      readonly commands: readonly TrackerCommand[]
      readonly picture: ImageBitmap
      readonly wasmUrl: string
    }
  | { readonly kind: 'pump'; readonly port: MessagePort }
  | { readonly kind: 'mirrored'; readonly isSourceMirrored: boolean }
  /** So many pictures a second at most. */
  | { readonly kind: 'pace'; readonly perSecond: number }

/** Tracker worker → page. */
export type TrackerReport<Frame = DetectedFrame> =
  | { readonly kind: 'status'; readonly status: TrackerStatus }
  | { readonly kind: 'timings'; readonly timings: TrackerTiming[] }
  | { readonly kind: 'frame'; readonly frame: Frame }
  /** The tracker could not read one picture; it goes on with the next. */
  | { readonly kind: 'skipped' }

/** When a picture was taken and what became of it. */
export interface FrameTimes {
  readonly sequence: number
  readonly atMs: number
  readonly capturedAtMs: number
  readonly aspectRatio: number
  readonly waitMs: number
  readonly detectMs: number
}

export interface DetectedFrame extends FrameTimes {
  readonly hands: readonly TrackedHand[]
}

/** As in an unmirrored picture, whatever the camera gave. */
export interface DetectedBodies extends FrameTimes {
  readonly bodies: readonly Body[]
}

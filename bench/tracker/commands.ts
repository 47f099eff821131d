import type { TrackerCommand } from '../../src/contract/channels/status.ts'

/** Raw I420 frames from an address of the bench's server. */
export interface FrameSource {
  readonly url: string
  readonly widthPx: number
  readonly heightPx: number
}

export type BenchCommand =
  | { readonly kind: 'load'; readonly source: FrameSource }
  /** The rendered hand instead of a video: nobody, one hand that moves, or that and its mirror image. */
  | { readonly kind: 'load-demo'; readonly hands: 0 | 1 | 2 }
  | { readonly kind: 'open'; readonly command: TrackerCommand }
  /** Gives the loaded frames over and over; at `fps` as a camera does, dropping what comes too late, or one by one. */
  | {
      readonly kind: 'run'
      readonly tracker: string
      readonly frames: number
      readonly fps: number | undefined
    }

export type BenchAnswer =
  | { readonly kind: 'loaded'; readonly frames: number }
  | { readonly kind: 'opened' }
  | {
      readonly kind: 'ran'
      readonly detectMs: readonly number[]
      /** Hands found, summed over the frames. */
      readonly hands: number
      readonly dropped: number
      readonly spanMs: number
    }
  | { readonly kind: 'failed'; readonly message: string }

/** What the page gives the worker: an order, or the demo's frames. */
export type WorkerRequest = BenchCommand | ({ readonly kind: 'take' } & LoadedFrames)

export interface LoadedFrames {
  readonly widthPx: number
  readonly heightPx: number
  readonly frames: readonly Uint8Array<ArrayBuffer>[]
}

import type { Body } from '../../core/body/body.ts'
import type { TrackedHand } from '../../core/hand/hand-frame.ts'
import type { PlanarPixels } from '../../vision/hands/pixels.ts'
import type { JobOptions } from '../queue/job.ts'

/** Finds people in the frames of one video, which come one after another. */
export interface FrameDetector {
  detect(pixels: PlanarPixels, atMs: number): Promise<SeenInFrame>
}

export interface SeenInFrame {
  readonly bodies: readonly Body[]
  /** Undefined when nobody asked for hands. */
  readonly hands: readonly TrackedHand<'picture'>[] | undefined
  /** Later than that of every frame before, whatever the video says. */
  readonly stampMs: number
}

/** Who runs models is somebody else's: jobs only know what a job wants found. */
export type OpenDetector = (options: JobOptions) => Promise<FrameDetector>

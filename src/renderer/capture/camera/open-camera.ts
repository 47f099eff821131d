import type { Sentence } from '../../../core/sentence/sentence.ts'
import type { CameraFailure } from './camera-machine.ts'

/** An open camera, whatever it is made of. */
export interface OpenCamera {
  readonly stream: MediaStream
  readonly track: MediaStreamTrack
  readonly label: string
  /** Stops every track: a device's light goes out. Safe to call twice. */
  close(): void
}

export type Opened =
  | { readonly ok: true; readonly camera: OpenCamera }
  | { readonly ok: false; readonly failure: CameraFailure; readonly message?: Sentence }

/** What an open camera may say later. */
export interface CameraEnds {
  /** The device went away. */
  onUnplugged(): void
  /** A file or a script that plays once is over. */
  onOver(): void
}

import { RESTART_MS } from '../../../core/pipeline/pipeline-step.ts'

/**
 * Time as a recording's viewer counts it: from 0 at its first frame. Recordings begin in the middle of sessions, whose frames
 * count from the camera's first; and a camera that is opened again counts anew, which must not take the timeline back.
 */
export class RecordingTime {
  #zeroMs: number | undefined
  #nowMs = 0

  /** So far, in ms. */
  get nowMs(): number {
    return this.#nowMs
  }

  /** A frame of this frame time; one that is only late does not move it. */
  frame(atMs: number): void {
    this.#zeroMs ??= atMs
    if (atMs - this.#zeroMs < this.#nowMs - RESTART_MS) this.#zeroMs = atMs - this.#nowMs
    this.call(atMs)
  }

  /** Something else that the pipeline was told at this frame time. */
  call(atMs: number): void {
    if (this.#zeroMs !== undefined) this.#nowMs = Math.max(this.#nowMs, atMs - this.#zeroMs)
  }

  /** What happened at this frame time by now: what was cancelled for a gap lies before it, in the time that was then. */
  since(atMs: number): number {
    return Math.min(Math.max(atMs - (this.#zeroMs ?? atMs), 0), this.#nowMs)
  }
}

import type { HandOutput } from './hand-landmarks.ts'

/** Raw output of the palm detector: 2016 × 18 box values and 2016 logits. */
export interface PalmOutput {
  readonly boxes: Float32Array
  readonly scores: Float32Array
}

/**
 * Runs the two models; vision asks it and knows nothing of the library behind it. Inputs are buffers that the runner
 * owns and that are filled before each call, so that nothing is copied: planes R, G, B of 0..1.
 */
export interface HandModels {
  /** 3 × 192 × 192. */
  readonly palmInput: Float32Array
  detectPalms(): Promise<PalmOutput>
  /** 3 × 224 × 224. */
  readonly handInput: Float32Array
  /** The output's arrays are valid until the next call. */
  findHand(): Promise<HandOutput>
}

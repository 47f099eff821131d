import type { PoseOutput } from './pose-landmarks.ts'

/** Raw output of the person detector: 2254 × 12 box values and 2254 logits. */
export interface PersonOutput {
  readonly boxes: Float32Array
  readonly scores: Float32Array
}

/**
 * Runs the two models of a body's pose, as `HandModels` does a hand's. Inputs are buffers that the runner owns and that
 * are filled before each call: planes R, G, B of 0..1.
 */
export interface PoseModels {
  /** 3 × 224 × 224. */
  readonly personInput: Float32Array
  detectPeople(): Promise<PersonOutput>
  /** 3 × 256 × 256. */
  readonly poseInput: Float32Array
  /** The output's arrays are valid until the next call. */
  findPose(): Promise<PoseOutput>
}

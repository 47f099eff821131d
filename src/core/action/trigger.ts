export interface Trigger {
  /**
   * `once` fires when the gesture has lasted `dwellMs`; `hold` acts from then until it ends; `repeat` fires then and
   * every `repeatMs`; `toggle` starts with one gesture and stops with the next.
   */
  readonly mode: 'once' | 'hold' | 'repeat' | 'toggle'
  readonly dwellMs: number
  readonly repeatMs: number
  /** The classifier must have been this sure of the gesture, 0..1, before it acts; 0 asks for nothing more. */
  readonly minScore: number
  /**
   * `began` acts from when the gesture has begun and lasted; `ended` when it is let go of after that, not when it is cancelled.
   * By then nothing lasts any more: `hold` and `repeat` come to the same as `once`.
   */
  readonly phase: 'began' | 'ended'
}

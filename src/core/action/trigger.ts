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
}

/** Keys by the input library's names; every promise resolves when the system has taken it. */
export interface NativeKeys {
  /** Presses and holds, in order. */
  press(names: readonly string[]): Promise<void>
  /** Lets go in reverse order. */
  release(names: readonly string[]): Promise<void>
  /** Presses in order, lets go in reverse order, at once. */
  chord(names: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  isHolding(): boolean
  releaseAll(): Promise<void>
}

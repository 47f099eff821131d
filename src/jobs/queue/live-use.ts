/** Whether somebody controls this computer by hand right now: what may take longer then leaves room. */
export interface LiveUse {
  isOn(): boolean
  /** Returns what stops listening. */
  onChange(listener: () => void): () => void
}

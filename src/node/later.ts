/** Calls once after the delay unless the answer is called first. */
export function runLater(delayMs: number, act: () => void): () => void {
  const timer = setTimeout(act, delayMs)
  return () => {
    clearTimeout(timer)
  }
}

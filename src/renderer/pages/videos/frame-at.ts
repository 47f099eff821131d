/** The frame that is on screen at a time: the last that began before it. `timesMs` rise; 0 for an empty list. */
export function frameAt(timesMs: readonly number[], atMs: number): number {
  let [low, high] = [0, timesMs.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((timesMs[middle] ?? 0) <= atMs) low = middle
    else high = middle - 1
  }
  return low
}

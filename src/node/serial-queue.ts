/** Carries out one thing after another, in the order in which they were asked for; one that fails holds up none. */
export type SerialQueue = <Value>(act: () => Promise<Value> | Value) => Promise<Value>

export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve()
  return (act) => {
    const done = last.then(act)
    last = done.catch(() => undefined)
    return done
  }
}

/** Carries out one thing after another, in the order in which they were asked for; one that fails holds up none. */
export function takeTurns(): <Value>(act: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (act) => {
    const done = last.then(act)
    last = done.catch(() => undefined)
    return done
  }
}

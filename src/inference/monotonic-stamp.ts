/** Between two stamps where the sender's clock stands still or goes back. */
const STEP_MS = 1

/**
 * Makes times that always increase out of a sender's. A clock that jumps back (set anew, another sender, a frame that was
 * overtaken) goes on from where it was: the distances between later frames stay true.
 */
export function createMonotonicStamp(): (senderMs: number) => number {
  let lastMs: number | undefined
  let offsetMs = 0
  return (senderMs) => {
    const givenMs = Number.isFinite(senderMs) ? senderMs : (lastMs ?? 0) - offsetMs
    if (lastMs !== undefined && givenMs + offsetMs <= lastMs) offsetMs = lastMs + STEP_MS - givenMs
    lastMs = givenMs + offsetMs
    return lastMs
  }
}

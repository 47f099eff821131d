interface Closable {
  close(): void
}

/**
 * One picture in flight, the newest waits, older ones are dropped and counted.
 *
 * | state          | offered picture                 | taker asks      |
 * | taker is ready | given at once, taker is busy    | stays ready     |
 * | taker is busy  | replaces the one that waits     | gets what waits |
 */
export interface LatestPicture<Picture extends Closable> {
  offer(picture: Picture): void
  /** The taker is done with what it had, or has just started. */
  askNext(): void
  /** Forgets what waits; the taker must ask again. For a new taker or a closed source. */
  reset(): void
  /** A picture that cannot be offered at all counts as dropped, too. */
  drop(picture: Picture): void
  /** How many were dropped since the last call. */
  takeDroppedCount(): number
}

export function createLatestPicture<Picture extends Closable>(
  pass: (picture: Picture) => void,
): LatestPicture<Picture> {
  let waiting: Picture | undefined
  let isTakerReady = false
  let dropped = 0

  const drop = (picture: Picture): void => {
    picture.close()
    dropped += 1
  }
  const passWaiting = (): void => {
    if (!waiting || !isTakerReady) return
    const picture = waiting
    waiting = undefined
    isTakerReady = false
    pass(picture)
  }
  return {
    offer: (picture) => {
      if (waiting) drop(waiting)
      waiting = picture
      passWaiting()
    },
    askNext: () => {
      isTakerReady = true
      passWaiting()
    },
    reset: () => {
      if (waiting) drop(waiting)
      waiting = undefined
      isTakerReady = false
    },
    drop,
    takeDroppedCount: () => {
      const count = dropped
      dropped = 0
      return count
    },
  }
}

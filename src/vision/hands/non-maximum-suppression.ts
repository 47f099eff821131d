/** What a landmark model found in a region. */
export interface Found {
  readonly presence: number
  /** n × 3, x and y 0..1 of the picture. */
  readonly landmarks: Float32Array
}

/**
 * Drops finds that are another find's hand or body, the surer one stays. Order is kept. Two are the same when their
 * landmarks lie on average closer together than `sameRatio` of the larger one's extent.
 */
export function suppressNonMaxima<Kind extends Found>(
  found: readonly Kind[],
  sameRatio: number,
): readonly Kind[] {
  return found.filter(
    (one, index) =>
      !found.some(
        (other, otherIndex) =>
          other !== one &&
          isSurer(other, otherIndex, one, index) &&
          distance(other, one) < sameRatio * Math.max(extentOf(other), extentOf(one)),
      ),
  )
}

function isSurer(a: Found, indexA: number, b: Found, indexB: number): boolean {
  return a.presence === b.presence ? indexA < indexB : a.presence > b.presence
}

/** Mean distance of the landmarks, 0..√2 of the picture. */
function distance(a: Found, b: Found): number {
  let sum = 0
  for (let at = 0; at < a.landmarks.length; at += 3) {
    const dx = (a.landmarks[at] ?? 0) - (b.landmarks[at] ?? 0)
    const dy = (a.landmarks[at + 1] ?? 0) - (b.landmarks[at + 1] ?? 0)
    sum += Math.hypot(dx, dy)
  }
  return sum / (a.landmarks.length / 3)
}

/** Diagonal of the upright bounds, 0..√2 of the picture. */
function extentOf({ landmarks }: Found): number {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < landmarks.length; at += 3) {
    minX = Math.min(minX, landmarks[at] ?? 0)
    maxX = Math.max(maxX, landmarks[at] ?? 0)
    minY = Math.min(minY, landmarks[at + 1] ?? 0)
    maxY = Math.max(maxY, landmarks[at + 1] ?? 0)
  }
  return Math.hypot(maxX - minX, maxY - minY)
}

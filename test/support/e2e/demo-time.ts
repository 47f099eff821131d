import type { Beckon } from './beckon.ts'
import type { PointerSample } from './pointer-trace.ts'

/** Longest that reading the pointer may come after its move, ms: two readings. */
const READ_WITHIN_MS = 40

/**
 * When the first camera frame was, on this machine's clock: found from where the X pointer really was when the app
 * says that it had moved it there. The demo hand's script began within a frame of it.
 */
export function firstFrameEpochMs(beckon: Beckon, samples: readonly PointerSample[]): number {
  const moves = beckon.events.filter((event) => event['action'] === 'pointer.move')
  const origins = moves.flatMap((move) => {
    const to = move['to'] as { x: number; y: number }
    const seen = samples.find(({ x, y }) => x === Math.round(to.x) && y === Math.round(to.y))
    return seen === undefined ? [] : [seen.atMs - Number(move['latencyMs']) - move.atMs]
  })
  if (origins.length < 5)
    throw new Error(
      `The pointer trace (${samples.length}) and the app (${moves.length}) share only ${origins.length} places.`,
    )
  return median(origins) - READ_WITHIN_MS / 8
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** Pearson's correlation, -1..1. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (const [index, value] of a.entries()) {
    const [da, db] = [value - meanA, (b[index] ?? meanB) - meanB]
    ab += da * db
    aa += da * da
    bb += db * db
  }
  return ab / Math.sqrt(aa * bb)
}

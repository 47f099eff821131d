/** The landmark model's heat maps: one plane for each landmark, rows of logits. */
export const HEATMAP_PX = 64
/** RefineLandmarksFromHeatmapCalculator: kernel_size of pose_landmarks_detector_graph, and min_confidence_to_refine. */
const REACH_PX = 3
const MIN_CONFIDENCE = 0.5

export interface UnitPoint {
  readonly x: number
  readonly y: number
}

/**
 * Moves a landmark (0..1 of the region) to where its heat map says it is: the mean of the cells around it, weighted by
 * their confidence, if one of them is sure enough. Outside the map it stays where it is.
 */
export function refineByHeatmap(
  point: UnitPoint,
  heatmaps: Float32Array,
  landmark: number,
): UnitPoint {
  const column = Math.trunc(point.x * HEATMAP_PX)
  const row = Math.trunc(point.y * HEATMAP_PX)
  if (!isInside(column) || !isInside(row)) return point
  const plane = landmark * HEATMAP_PX * HEATMAP_PX
  let [sum, sumX, sumY, most] = [0, 0, 0, 0]
  for (let y = Math.max(0, row - REACH_PX); y <= Math.min(HEATMAP_PX - 1, row + REACH_PX); y++) {
    const [from, to] = [Math.max(0, column - REACH_PX), Math.min(HEATMAP_PX - 1, column + REACH_PX)]
    for (let x = from; x <= to; x++) {
      const confidence = 1 / (1 + Math.exp(-(heatmaps[plane + y * HEATMAP_PX + x] ?? 0)))
      sum += confidence
      sumX += x * confidence
      sumY += y * confidence
      most = Math.max(most, confidence)
    }
  }
  if (most < MIN_CONFIDENCE) return point
  return { x: sumX / sum / HEATMAP_PX, y: sumY / sum / HEATMAP_PX }
}

const isInside = (cell: number): boolean => cell >= 0 && cell < HEATMAP_PX

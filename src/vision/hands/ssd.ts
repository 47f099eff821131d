/** Something a detector of MediaPipe's found. Coordinates 0..1 of its square input (letterboxed picture). */
export interface Detection {
  readonly score: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** x0 y0 x1 y1 ... */
  readonly keypoints: readonly number[]
}

export interface DetectorShape {
  readonly inputPx: number
  /** Per box: centre, size, then the keypoints' coordinates; pixels relative to the anchor. */
  readonly valuesPerBox: number
  /** Less sure ones are none. */
  readonly minScore: number
  /** Two that overlap by more are one. */
  readonly sameOverlap: number
}

const BOX_VALUES = 4
/** TensorsToDetectionsCalculator's score_clipping_thresh: keeps exp() finite. */
const SCORE_CLIP = 100

/**
 * Reads a detector's raw output, best first, one for each thing found (weighted non-maximum suppression). `boxes` is
 * anchors × valuesPerBox; `scores` a logit for each anchor; `anchors` their centres.
 */
export function decodeDetections(
  boxes: Float32Array,
  scores: Float32Array,
  anchors: Float32Array,
  shape: DetectorShape,
): readonly Detection[] {
  const found: Detection[] = []
  // The threshold is moved through the sigmoid once instead of every logit.
  const minLogit = Math.log(shape.minScore / (1 - shape.minScore))
  for (let index = 0; index < scores.length; index++) {
    const logit = scores[index] ?? -SCORE_CLIP
    if (logit >= minLogit) found.push(decodeBox(boxes, index, anchors, logit, shape))
  }
  return suppress(
    found.sort((a, b) => b.score - a.score),
    shape,
  )
}

function decodeBox(
  boxes: Float32Array,
  index: number,
  anchors: Float32Array,
  logit: number,
  { inputPx, valuesPerBox }: DetectorShape,
): Detection {
  const base = index * valuesPerBox
  const valueAt = (offset: number): number => (boxes[base + offset] ?? 0) / inputPx
  const anchorX = anchors[2 * index] ?? 0
  const anchorY = anchors[2 * index + 1] ?? 0
  const x = valueAt(0) + anchorX
  const y = valueAt(1) + anchorY
  const halfWidth = valueAt(2) / 2
  const halfHeight = valueAt(3) / 2
  const keypoints: number[] = []
  for (let offset = BOX_VALUES; offset < valuesPerBox; offset += 2) {
    keypoints.push(valueAt(offset) + anchorX, valueAt(offset + 1) + anchorY)
  }
  const clipped = Math.max(-SCORE_CLIP, Math.min(SCORE_CLIP, logit))
  return {
    score: 1 / (1 + Math.exp(-clipped)),
    left: x - halfWidth,
    top: y - halfHeight,
    right: x + halfWidth,
    bottom: y + halfHeight,
    keypoints,
  }
}

/** Those that overlap are one: their coordinates are averaged by score (BlazeFace, arXiv:1907.05047, §3.3). */
function suppress(
  sorted: readonly Detection[],
  { sameOverlap }: DetectorShape,
): readonly Detection[] {
  const kept: Detection[] = []
  let remaining = sorted
  for (let best = remaining[0]; best !== undefined; best = remaining[0]) {
    const leader = best
    const same = remaining.filter((other) => boxOverlap(other, leader) > sameOverlap)
    kept.push(averageDetection(same.length > 0 ? same : [leader], leader.score))
    remaining = remaining.filter((other) => other !== leader && !same.includes(other))
  }
  return kept
}

function averageDetection(found: readonly Detection[], score: number): Detection {
  const total = found.reduce((sum, one) => sum + one.score, 0)
  const mean = (pick: (one: Detection) => number): number =>
    found.reduce((sum, one) => sum + pick(one) * one.score, 0) / total
  return {
    score,
    left: mean((one) => one.left),
    top: mean((one) => one.top),
    right: mean((one) => one.right),
    bottom: mean((one) => one.bottom),
    keypoints: Array.from({ length: found[0]?.keypoints.length ?? 0 }, (_, index) =>
      mean((one) => one.keypoints[index] ?? 0),
    ),
  }
}

function boxOverlap(a: Detection, b: Detection): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  if (width <= 0 || height <= 0) return 0
  const shared = width * height
  const areas = (a.right - a.left) * (a.bottom - a.top) + (b.right - b.left) * (b.bottom - b.top)
  return shared / (areas - shared)
}

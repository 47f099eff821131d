/** Centres of the palm detector's 2,016 anchors, in its input's units 0..1: x0 y0 x1 y1 ... All have size 1. */
export function palmAnchors(): Float32Array {
  return ssdAnchors(192, PALM_LAYERS)
}

/** Centres of the person detector's 2,254 anchors, as above. */
export function personAnchors(): Float32Array {
  return ssdAnchors(224, PERSON_LAYERS)
}

/**
 * MediaPipe's palm_detection graph: strides 8, 16, 16, 16 with two anchors per cell and layer; layers of one stride
 * share their cells, so stride 16 has six per cell (SsdAnchorsCalculator, fixed_anchor_size).
 */
const PALM_LAYERS: readonly AnchorLayer[] = [
  { stridePx: 8, anchorsPerCell: 2 },
  { stridePx: 16, anchorsPerCell: 6 },
]

/** MediaPipe's pose_detector_graph: strides 8, 16, 32, 32, 32, two anchors each. */
const PERSON_LAYERS: readonly AnchorLayer[] = [
  { stridePx: 8, anchorsPerCell: 2 },
  { stridePx: 16, anchorsPerCell: 2 },
  { stridePx: 32, anchorsPerCell: 6 },
]

interface AnchorLayer {
  readonly stridePx: number
  readonly anchorsPerCell: number
}

function ssdAnchors(inputPx: number, layers: readonly AnchorLayer[]): Float32Array {
  const centers: number[] = []
  for (const { stridePx, anchorsPerCell } of layers) {
    const cells = Math.ceil(inputPx / stridePx)
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        for (let anchor = 0; anchor < anchorsPerCell; anchor++) {
          centers.push((column + 0.5) / cells, (row + 0.5) / cells)
        }
      }
    }
  }
  return Float32Array.from(centers)
}

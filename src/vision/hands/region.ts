/** A turned square or rectangle in the picture: what a model looks at. Angles clockwise on screen, radians. */
export interface Region {
  readonly centerXPx: number
  readonly centerYPx: number
  readonly widthPx: number
  readonly heightPx: number
  readonly rotationRad: number
}

export interface PixelPoint {
  readonly x: number
  readonly y: number
}

/** From the region's own coordinates (0..1 across it, 0..1 down it) to the picture's pixels. */
export function regionToPixels(region: Region, u: number, v: number): PixelPoint {
  const cos = Math.cos(region.rotationRad)
  const sin = Math.sin(region.rotationRad)
  const dx = (u - 0.5) * region.widthPx
  const dy = (v - 0.5) * region.heightPx
  return { x: region.centerXPx + dx * cos - dy * sin, y: region.centerYPx + dx * sin + dy * cos }
}

/** Inverse of `regionToPixels`. */
export function pixelsToRegion(region: Region, point: PixelPoint): { u: number; v: number } {
  const cos = Math.cos(region.rotationRad)
  const sin = Math.sin(region.rotationRad)
  const dx = point.x - region.centerXPx
  const dy = point.y - region.centerYPx
  return {
    u: (dx * cos + dy * sin) / region.widthPx + 0.5,
    v: (dy * cos - dx * sin) / region.heightPx + 0.5,
  }
}

/** The smallest square around the whole picture, so that a model sees all of it undistorted (letterbox). */
export function letterbox(widthPx: number, heightPx: number): Region {
  const side = Math.max(widthPx, heightPx)
  return {
    centerXPx: widthPx / 2,
    centerYPx: heightPx / 2,
    widthPx: side,
    heightPx: side,
    rotationRad: 0,
  }
}

/**
 * Moves and widens a region the way MediaPipe's RectTransformationCalculator does: the shift is along the region's
 * own axes in its heights, the longer side becomes both sides, then it is scaled.
 */
export function grow(region: Region, shiftY: number, scale: number): Region {
  const shiftPx = region.heightPx * shiftY
  const side = Math.max(region.widthPx, region.heightPx) * scale
  return {
    centerXPx: region.centerXPx - shiftPx * Math.sin(region.rotationRad),
    centerYPx: region.centerYPx + shiftPx * Math.cos(region.rotationRad),
    widthPx: side,
    heightPx: side,
    rotationRad: region.rotationRad,
  }
}

/** Brings an angle into −π..π. */
export function normalizeRad(angleRad: number): number {
  return angleRad - 2 * Math.PI * Math.floor((angleRad + Math.PI) / (2 * Math.PI))
}

/** Intersection over union of the regions' upright bounds, 0..1: MediaPipe's association does the same. */
export function overlap(a: Region, b: Region): number {
  const width =
    Math.min(a.centerXPx + a.widthPx / 2, b.centerXPx + b.widthPx / 2) -
    Math.max(a.centerXPx - a.widthPx / 2, b.centerXPx - b.widthPx / 2)
  const height =
    Math.min(a.centerYPx + a.heightPx / 2, b.centerYPx + b.heightPx / 2) -
    Math.max(a.centerYPx - a.heightPx / 2, b.centerYPx - b.heightPx / 2)
  if (width <= 0 || height <= 0) return 0
  const shared = width * height
  return shared / (a.widthPx * a.heightPx + b.widthPx * b.heightPx - shared)
}

/** The turn after which `to` lies straight above `from`. */
export function uprightRotation(from: PixelPoint, to: PixelPoint): number {
  return normalizeRad(Math.PI / 2 - Math.atan2(from.y - to.y, to.x - from.x))
}

/** MediaPipe's AlignmentPointsRectsCalculator: around a centre, as far as a second point, upright along the way to it. */
export function regionOfAlignment(center: PixelPoint, edge: PixelPoint): Region {
  const sidePx = 2 * Math.hypot(edge.x - center.x, edge.y - center.y)
  return {
    centerXPx: center.x,
    centerYPx: center.y,
    widthPx: sidePx,
    heightPx: sidePx,
    rotationRad: uprightRotation(center, edge),
  }
}

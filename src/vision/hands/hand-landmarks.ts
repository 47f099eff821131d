import {
  grow,
  normalizeRad,
  regionToPixels,
  uprightRotation,
  type PixelPoint,
  type Region,
} from './region.ts'

export const HAND_INPUT_PX = 224
export const LANDMARKS = 21
/** TensorsToLandmarksCalculator's normalize_z in hand_landmarks_detector_graph. */
const Z_SCALE = 0.4

/** A hand as the landmark model saw it, back in the picture's coordinates, not mirrored. */
export interface FoundHand {
  /** 0..1: that there is a hand in the region at all. */
  readonly presence: number
  /** 0..1: that it is a right hand in a picture that is NOT mirrored. */
  readonly rightScore: number
  /** 21 × 3, joint-major: x, y 0..1 of the picture (may leave it), z in picture widths, towards the camera negative. */
  readonly landmarks: Float32Array
  /** 21 × 3 in metres, origin at the hand's centre. */
  readonly world: Float32Array
}

/** The landmark model's raw output: 63 input-pixel coordinates, presence, handedness, 63 metres. */
export interface HandOutput {
  readonly landmarks: Float32Array
  readonly presence: number
  readonly handedness: number
  readonly world: Float32Array
}

export function decodeHand(
  output: HandOutput,
  region: Region,
  widthPx: number,
  heightPx: number,
): FoundHand {
  const landmarks = new Float32Array(LANDMARKS * 3)
  const world = new Float32Array(LANDMARKS * 3)
  const cos = Math.cos(region.rotationRad)
  const sin = Math.sin(region.rotationRad)
  for (let at = 0; at < LANDMARKS * 3; at += 3) {
    const rawValue = (offset: number): number =>
      (output.landmarks[at + offset] ?? 0) / HAND_INPUT_PX
    const point = regionToPixels(region, rawValue(0), rawValue(1))
    landmarks[at] = point.x / widthPx
    landmarks[at + 1] = point.y / heightPx
    landmarks[at + 2] = ((rawValue(2) / Z_SCALE) * region.widthPx) / widthPx
    const worldX = output.world[at] ?? 0
    const worldY = output.world[at + 1] ?? 0
    world[at] = worldX * cos - worldY * sin
    world[at + 1] = worldX * sin + worldY * cos
    world[at + 2] = output.world[at + 2] ?? 0
  }
  return { presence: output.presence, rightScore: output.handedness, landmarks, world }
}

/** Wrist, thumb to its second joint, and the two lower joints of each finger: the rigid part of the hand. */
const RIGID = [0, 1, 2, 3, 5, 6, 9, 10, 13, 14, 17, 18] as const
const WRIST = 0
const INDEX_KNUCKLE = 5
const MIDDLE_KNUCKLE = 9
const RING_KNUCKLE = 13
/** hand_landmarks_to_rect: twice the rigid part's box, a tenth of it towards the fingers. */
const HAND_SCALE = 2
const HAND_SHIFT_Y = -0.1

/** Where the hand will be in the next frame, from where it was in this one (HandLandmarksToRectCalculator). */
export function regionOfLandmarks(
  landmarks: Float32Array,
  widthPx: number,
  heightPx: number,
): Region {
  const point = (index: number): PixelPoint => ({
    x: (landmarks[3 * index] ?? 0) * widthPx,
    y: (landmarks[3 * index + 1] ?? 0) * heightPx,
  })
  const index = point(INDEX_KNUCKLE)
  const middle = point(MIDDLE_KNUCKLE)
  const ring = point(RING_KNUCKLE)
  const knuckles = {
    x: ((index.x + ring.x) / 2 + middle.x) / 2,
    y: ((index.y + ring.y) / 2 + middle.y) / 2,
  }
  const rotationRad = uprightRotation(point(WRIST), knuckles)
  return grow(turnedBounds(RIGID.map(point), normalizeRad(rotationRad)), HAND_SHIFT_Y, HAND_SCALE)
}

/** The bounds of points along axes turned by `rotationRad`. */
function turnedBounds(points: readonly PixelPoint[], rotationRad: number): Region {
  const cos = Math.cos(rotationRad)
  const sin = Math.sin(rotationRad)
  let [minU, minV, maxU, maxV] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    const u = x * cos + y * sin
    const v = y * cos - x * sin
    minU = Math.min(minU, u)
    maxU = Math.max(maxU, u)
    minV = Math.min(minV, v)
    maxV = Math.max(maxV, v)
  }
  const u = (minU + maxU) / 2
  const v = (minV + maxV) / 2
  return {
    centerXPx: u * cos - v * sin,
    centerYPx: u * sin + v * cos,
    widthPx: maxU - minU,
    heightPx: maxV - minV,
    rotationRad,
  }
}

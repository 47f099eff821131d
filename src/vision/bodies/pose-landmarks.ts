import { regionToPixels, type PixelPoint, type Region } from '../hands/region.ts'
import { HEATMAP_PX, refineByHeatmap } from './heatmap.ts'
import { regionOfBody } from './person.ts'

export const POSE_INPUT_PX = 256
export const POSE_LANDMARKS = 33
/** What the model gives: the landmarks, two points that say where to look next, and four that are not used. */
export const RAW_LANDMARKS = 39
/** x, y, z, visibility, presence. */
export const RAW_VALUES = 5
export const HEATMAP_CELLS = HEATMAP_PX * HEATMAP_PX
const HIPS = 33
const EDGE = 34

/** The landmark model's raw output. */
export interface PoseOutput {
  /** 39 × 5: input pixels, and logits that the landmark is not hidden and that it is in the picture at all. */
  readonly landmarks: Float32Array
  /** 0..1: that there is a person in the region. */
  readonly presence: number
  /** 39 × 64 × 64 logits. */
  readonly heatmaps: Float32Array
  /** 39 × 3 metres. */
  readonly world: Float32Array
}

/** A body as the landmark model saw it, back in the picture's coordinates, not mirrored. */
export interface FoundPose {
  /** 0..1: that there is a person in the region at all. */
  readonly presence: number
  /** 33 × 3, joint-major: x, y 0..1 of the picture (may leave it), z in picture widths from the hips, nearer is negative. */
  readonly landmarks: Float32Array
  /** 33 × 3 in metres, origin between the hips, x to the picture's right, y down, z away from the camera. */
  readonly world: Float32Array
  /** 33 × 0..1: seen, not hidden behind something. */
  readonly visibility: Float32Array
  /** 33 × 0..1: inside the picture. */
  readonly inPicture: Float32Array
  /** Where the body will be in the next frame. */
  readonly nextRegion: Region
}

export function decodePose(
  output: PoseOutput,
  region: Region,
  widthPx: number,
  heightPx: number,
): FoundPose {
  const landmarks = new Float32Array(POSE_LANDMARKS * 3)
  const world = new Float32Array(POSE_LANDMARKS * 3)
  const visibility = new Float32Array(POSE_LANDMARKS)
  const inPicture = new Float32Array(POSE_LANDMARKS)
  const cos = Math.cos(region.rotationRad)
  const sin = Math.sin(region.rotationRad)
  for (let joint = 0; joint < POSE_LANDMARKS; joint++) {
    const raw = joint * RAW_VALUES
    const at = joint * 3
    const point = pointOf(output, region, joint)
    landmarks[at] = point.x / widthPx
    landmarks[at + 1] = point.y / heightPx
    // The graph leaves normalize_z at 1.
    const depth = (output.landmarks[raw + 2] ?? 0) / POSE_INPUT_PX
    landmarks[at + 2] = (depth * region.widthPx) / widthPx
    visibility[joint] = sigmoid(output.landmarks[raw + 3] ?? 0)
    inPicture[joint] = sigmoid(output.landmarks[raw + 4] ?? 0)
    const [x = 0, y = 0, z = 0] = output.world.subarray(at, at + 3)
    world[at] = x * cos - y * sin
    world[at + 1] = x * sin + y * cos
    world[at + 2] = z
  }
  const nextRegion = regionOfBody(pointOf(output, region, HIPS), pointOf(output, region, EDGE))
  return { presence: output.presence, landmarks, world, visibility, inPicture, nextRegion }
}

/** In the picture's pixels. */
function pointOf(output: PoseOutput, region: Region, landmark: number): PixelPoint {
  const at = landmark * RAW_VALUES
  const raw = {
    x: (output.landmarks[at] ?? 0) / POSE_INPUT_PX,
    y: (output.landmarks[at + 1] ?? 0) / POSE_INPUT_PX,
  }
  const { x, y } = refineByHeatmap(raw, output.heatmaps, landmark)
  return regionToPixels(region, x, y)
}

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))

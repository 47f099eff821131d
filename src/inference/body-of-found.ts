import type { Body } from '../core/body/body.ts'
import type { Vector3 } from '../core/geometry/vector.ts'
import type { FoundBody } from '../vision/bodies/pose-finder.ts'

/** What the tracker found, as core reads it. */
export function bodyOfFound({ trackId, landmarks, world, visibility, inPicture }: FoundBody): Body {
  return {
    trackId,
    landmarks: pointsOf(landmarks),
    world: pointsOf(world),
    visibility: [...visibility],
    inPicture: [...inPicture],
  }
}

function pointsOf(flat: Float32Array): readonly Vector3[] {
  return Array.from({ length: flat.length / 3 }, (_, index) => {
    const [x = 0, y = 0, z = 0] = flat.subarray(3 * index, 3 * index + 3)
    return { x, y, z }
  })
}

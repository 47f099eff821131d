import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Vector3 } from '../../src/core/geometry/vector.ts'

/** Points of each frame by landmark number; those that the source does not have are missing. */
export type GoldenFrame = ReadonlyMap<number, Vector3>

const listSchema = z.array(z.array(z.array(z.number()).min(2)))
const namedSchema = z.array(z.record(z.string(), z.object({ x: z.number(), y: z.number() })))

/** BlazePose's numbers of the 17 points of COCO, by their names in the file. */
const COCO: Readonly<Record<string, number>> = {
  nose: 0,
  left_eye: 2,
  right_eye: 5,
  left_ear: 7,
  right_ear: 8,
  left_shoulder: 11,
  right_shoulder: 12,
  left_elbow: 13,
  right_elbow: 14,
  left_wrist: 15,
  right_wrist: 16,
  left_hip: 23,
  right_hip: 24,
  left_knee: 25,
  right_knee: 26,
  left_ankle: 27,
  right_ankle: 28,
}

/** 33 × [x, y] or [x, y, z] for each frame. */
export function listedGolden(path: string): readonly GoldenFrame[] {
  return listSchema
    .parse(JSON.parse(readFileSync(path, 'utf8')))
    .map((points) => new Map(points.map(([x = 0, y = 0, z = 0], index) => [index, { x, y, z }])))
}

/** 17 named points for each frame. */
export function namedGolden(path: string): readonly GoldenFrame[] {
  return namedSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).map(
    (points) =>
      new Map(
        Object.entries(points).flatMap(([name, { x, y }]) => {
          const index = COCO[name]
          return index === undefined ? [] : [[index, { x, y, z: 0 }] as const]
        }),
      ),
  )
}

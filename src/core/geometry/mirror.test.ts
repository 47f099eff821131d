import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  pictureToUser,
  pictureWorldToUserWorld,
  userToPicture,
  userWorldToPictureWorld,
} from './mirror.ts'

/** As fine as landmarks are told, up to a picture beyond the edges. */
const coordinate = fc.integer({ min: -(2 ** 24), max: 2 ** 25 }).map((steps) => steps / 2 ** 24)
const point = fc.record({ x: coordinate, y: coordinate, z: coordinate })

describe('a mirror', () => {
  it("turns the picture's right into the user's left, and nothing else", () => {
    expect(pictureToUser({ x: 0.25, y: 0.4, z: -0.1 })).toEqual({ x: 0.75, y: 0.4, z: -0.1 })
    const world = { x: 0.03, y: -0.02, z: 0.01 }
    expect(pictureWorldToUserWorld<'hand'>(world)).toEqual({ ...world, x: -0.03 })
  })
  it('shows every place as it was to whoever looks into it twice', () => {
    fc.assert(
      fc.property(point, (seen) => {
        expect(userToPicture(pictureToUser(seen))).toEqual(seen)
        expect(pictureToUser(userToPicture(seen))).toEqual(seen)
        const { x, y, z } = userWorldToPictureWorld<'body'>(pictureWorldToUserWorld<'body'>(seen))
        expect({ x: x + 0, y, z }).toEqual(seen)
      }),
    )
  })
})

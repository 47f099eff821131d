import type { ImagePoint, WorldOf, WorldPoint } from './point.ts'
import type { Vector3 } from './vector.ts'

/** The one place where a picture is mirrored. Twice gives the same place again, as fine as trackers tell it. */
const mirroredInImage = ({ x, y, z }: Vector3): Vector3 => ({ x: 1 - x, y, z })
/** Metres have their origin in what they measure. */
const mirroredInWorld = ({ x, y, z }: Vector3): Vector3 => ({ x: -x, y, z })

/** As the user sees it, as in a mirror. */
export const pictureToUser: (point: ImagePoint<'picture'>) => ImagePoint<'user'> = mirroredInImage

/** As the camera took it. */
export const userToPicture: (point: ImagePoint<'user'>) => ImagePoint<'picture'> = mirroredInImage

export const pictureWorldToUserWorld: <Of extends WorldOf>(
  point: WorldPoint<'picture', Of>,
) => WorldPoint<'user', Of> = mirroredInWorld

export const userWorldToPictureWorld: <Of extends WorldOf>(
  point: WorldPoint<'user', Of>,
) => WorldPoint<'picture', Of> = mirroredInWorld

/**
 * A point in one coordinate space. The brand keeps spaces apart: metres never pass for pixels, nor a place in the picture for
 * the same place as its user sees it. Plain numbers become a point of the space that they are written down as.
 */
declare const space: unique symbol
type Point2<Space> = { readonly x: number; readonly y: number } & { readonly [space]?: Space }
type Point3<Space> = Point2<Space> & { readonly z: number }

/**
 * Where x grows to. *picture*: to the right of the picture as the camera takes it, where the right hand of whoever faces the
 * camera is on the left. *user*: to the user's right, as in a mirror. `mirror.ts` leads from one to the other.
 */
export type ImageSpace = 'picture' | 'user'

/**
 * A landmark in the image: x and y 0..1 of it (beyond where it is guessed), y down; z in image widths from the wrist of a hand
 * or the hips of a body, negative towards the camera.
 */
export type ImagePoint<In extends ImageSpace> = Point3<`${In} image`>
/** What has metres of its own. */
export type WorldOf = 'hand' | 'body'
/** A landmark in metres, y down, z away from the camera. Each has its own origin: a hand's centre, the middle of the hips. */
export type WorldPoint<In extends ImageSpace, Of extends WorldOf> = Point3<`${In} ${Of} world`>
/** What leads from one point of a space to another; no place in it. */
export type Direction<Point> = Point3<{ readonly along: Point }>
/** A point of the virtual desktop in physical pixels; negative left of or above the first monitor. */
export type ScreenPoint = Point2<'screen'>

/** The virtual desktop in physical pixels: the bounding box of all monitors. */
export interface ScreenRect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The bounding box of all monitors, and the monitors: what lies between them is nowhere. Without any, the box is one. */
export interface Desktop extends ScreenRect {
  readonly monitors?: readonly ScreenRect[] | undefined
}

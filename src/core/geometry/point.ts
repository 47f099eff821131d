/** A point in one coordinate space. The brand keeps spaces apart: metres never pass for pixels. */
declare const space: unique symbol
type Point2<Space extends string> = { readonly x: number; readonly y: number } & {
  readonly [space]?: Space
}
type Point3<Space extends string> = Point2<Space> & { readonly z: number }

/**
 * A landmark in the mirrored image (as the user sees themselves): x 0..1 to the user's right, y 0..1 down,
 * z towards the camera when negative, in image widths, relative to the wrist.
 */
export type ImagePoint = Point3<'image'>
/** A landmark in metres, origin at the hand's centre, mirrored like ImagePoint: x to the user's right, y down. */
export type WorldPoint = Point3<'world'>
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

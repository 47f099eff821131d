import type { PlanePoint } from '../geometry/plane.ts'
import type { ScreenPoint, ScreenRect } from '../geometry/point.ts'
import { clamp } from '../geometry/vector.ts'
import type { Handedness } from '../hand/hand-frame.ts'

/** The part of the picture, in image heights, that maps to the whole desktop. */
export interface ControlBox {
  readonly centre: PlanePoint
  readonly width: number
  readonly height: number
}

/** What a hand must have room for in the picture, in palm lengths from its anchor: fingers above, wrist below. */
const ROOM_ABOVE = 1.2
const ROOM_BELOW = 0.4
const ROOM_BESIDE = 0.6
/** Where a hand hangs naturally, as shares of the picture: on its own side, a little below the middle. */
const NEUTRAL_X: Readonly<Record<Handedness, number>> = { left: 0.35, right: 0.65 }
const NEUTRAL_Y = 0.55

export interface BoxInput {
  readonly side: Handedness
  /** In image heights; steadied, so that the box does not breathe. */
  readonly palmLength: number
  readonly boxHeightPalms: number
  readonly aspectRatio: number
  readonly desktop: ScreenRect
  /** Where the hand hangs, in image heights, if that is known of it. */
  readonly neutral: PlanePoint | undefined
}

/**
 * A box as many palms high as the project says, shaped like the desktop, or smaller where the picture has no room for it.
 * It starts at the hand's neutral place, follows a hand that leaves it, and stays where the whole hand can be seen.
 */
export function controlBox(before: PlanePoint | undefined, input: BoxInput): ControlBox {
  const { palmLength, aspectRatio, desktop } = input
  const beside = palmLength * ROOM_BESIDE
  const [left, right] = [beside, aspectRatio - beside]
  const [top, bottom] = [palmLength * ROOM_ABOVE, 1 - palmLength * ROOM_BELOW]
  const wanted = palmLength * input.boxHeightPalms
  const desktopAspect = desktop.width / desktop.height
  const height = Math.min(
    wanted,
    Math.max(bottom - top, SMALLEST),
    Math.max(right - left, SMALLEST) / desktopAspect,
  )
  const width = height * desktopAspect
  const centre = before ?? input.neutral ?? { x: NEUTRAL_X[input.side] * aspectRatio, y: NEUTRAL_Y }
  return {
    centre: {
      x: isWithin(centre.x, left + width / 2, right - width / 2),
      y: isWithin(centre.y, top + height / 2, bottom - height / 2),
    },
    width,
    height,
  }
}

/** A hand so close that it fills the picture still gets a box, if a small one. */
const SMALLEST = 0.1

/** Like clamp, but where there is no room at all the middle is taken. */
const isWithin = (value: number, low: number, high: number): number =>
  low > high ? (low + high) / 2 : clamp(value, low, high)

/** The box goes on a little past the desktop's edges, so that a dead zone does not keep the cursor off the last pixels. */
const OVERSCAN_RATIO = 0.02

/** The centre moved just so far that the hand is inside: an edge of the desktop can always be reached. */
export function boxDraggedBy(box: ControlBox, hand: PlanePoint): PlanePoint {
  const halfWidth = box.width * (0.5 + OVERSCAN_RATIO)
  const halfHeight = box.height * (0.5 + OVERSCAN_RATIO)
  return {
    x: clamp(box.centre.x, hand.x - halfWidth, hand.x + halfWidth),
    y: clamp(box.centre.y, hand.y - halfHeight, hand.y + halfHeight),
  }
}

/** Box to desktop; a hand at or past an edge of the box is at the edge of the desktop, or a little past it. */
export function planeToScreen(box: ControlBox, hand: PlanePoint, desktop: ScreenRect): ScreenPoint {
  const x = (hand.x - box.centre.x) / box.width + 0.5
  const y = (hand.y - box.centre.y) / box.height + 0.5
  return {
    x: desktop.left + clamp(x, -OVERSCAN_RATIO, 1 + OVERSCAN_RATIO) * desktop.width,
    y: desktop.top + clamp(y, -OVERSCAN_RATIO, 1 + OVERSCAN_RATIO) * desktop.height,
  }
}

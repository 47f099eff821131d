import type { ScreenPoint } from '../../src/core/geometry/point.ts'
import type { HandFrame } from '../../src/core/hand/hand-frame.ts'
import { createPipeline } from '../../src/core/pipeline/pipeline.ts'
import type { FingerName } from '../../test/support/hand/skeleton.ts'
import { DESKTOP, shippedProject } from '../../test/support/hand/stage.ts'

/** One way of turning hands into a cursor and clicks. */
export interface Technique {
  readonly name: string
  /** Desktop pixels per image height of hand movement, as its user has learned them. */
  readonly gain: { readonly x: number; readonly y: number }
  step(frame: HandFrame): Pointed
}

export interface Pointed {
  readonly cursor: ScreenPoint | undefined
  /** Clicks and presses that were sent with this frame. */
  readonly clicks: readonly ScreenPoint[]
}

/** The shipped desktop project, engaged, from landmarks to effects. */
export function createOurs(palm: number): Technique {
  const project = shippedProject('desktop')
  const pipeline = createPipeline({
    project,
    desktop: DESKTOP,
    isEngagedPinned: true,
    mode: 'engaged',
  })
  const gain = DESKTOP.height / (project.pointer.boxHeightPalms * palm)
  return {
    name: 'ours',
    gain: { x: gain, y: gain },
    step(frame) {
      const { effects, pointer } = pipeline.step(frame)
      const clicks = effects.flatMap(({ effect }) =>
        effect.kind === 'pointer.click' || effect.kind === 'pointer.press' ? [effect.at] : [],
      )
      return { cursor: pointer, clicks }
    },
  }
}

/**
 * The hand-mouse scripts that tutorials teach: index tip, a margin of 100 px in a 640 × 480 picture stretched to the screen,
 * a click when the tips of thumb and finger come nearer than 40 px.
 */
const MARGIN_PX = 100
const CAMERA = { width: 640, height: 480 }
const PINCH_PX = 40
/** Tips must part by a little more before they can click again: kinder than most scripts, which click in every frame. */
const PART_PX = 50

const TIPS: Readonly<Record<FingerName, number>> = { index: 8, middle: 12, ring: 16, little: 20 }

export type Smoothing = (point: ScreenPoint) => ScreenPoint

export function createPlain(
  name: string,
  smooth: Smoothing,
  finger: FingerName = 'index',
): Technique {
  let isClosed = false
  return {
    name,
    gain: {
      x: (DESKTOP.width / (CAMERA.width - 2 * MARGIN_PX)) * CAMERA.height,
      y: (DESKTOP.height / (CAMERA.height - 2 * MARGIN_PX)) * CAMERA.height,
    },
    step({ hands: [hand] }) {
      const [thumb, index] = [hand?.landmarks[4], hand?.landmarks[8]]
      const tip = hand?.landmarks[TIPS[finger]]
      if (!thumb || !index || !tip) return { cursor: undefined, clicks: [] }
      const cursor = smooth({
        x: stretched(index.x * CAMERA.width, CAMERA.width, DESKTOP.width),
        y: stretched(index.y * CAMERA.height, CAMERA.height, DESKTOP.height),
      })
      const apart = Math.hypot((thumb.x - tip.x) * CAMERA.width, (thumb.y - tip.y) * CAMERA.height)
      const clicks = !isClosed && apart < PINCH_PX ? [cursor] : []
      isClosed = apart < (isClosed ? PART_PX : PINCH_PX)
      return { cursor, clicks }
    },
  }
}

function stretched(at: number, size: number, screen: number): number {
  const ratio = (at - MARGIN_PX) / (size - 2 * MARGIN_PX)
  return Math.min(Math.max(ratio, 0), 1) * (screen - 1)
}

export const asItIs: Smoothing = (point) => point

/** The tutorials' "smoothening" of 5: each frame goes a fifth of the way. */
export function exponentialAverage(share = 0.2): Smoothing {
  let last: ScreenPoint | undefined
  return (point) => {
    last =
      last === undefined
        ? point
        : { x: last.x + (point.x - last.x) * share, y: last.y + (point.y - last.y) * share }
    return last
  }
}

/** MotionInput averages the last three frames. */
export function meanOfThree(): Smoothing {
  let last: readonly ScreenPoint[] = []
  return (point) => {
    last = [...last.slice(-2), point]
    const sum = last.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }))
    return { x: sum.x / last.length, y: sum.y / last.length }
  }
}

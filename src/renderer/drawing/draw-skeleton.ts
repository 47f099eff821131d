import type { CoverFit } from './cover-fit.ts'
import type { ShownHand } from './hand-interpolation.ts'

/** Bones between MediaPipe's 21 landmarks: the palm's outline and a chain per finger. */
const CHAINS = [
  [0, 1, 2, 3, 4],
  [5, 6, 7, 8],
  [9, 10, 11, 12],
  [13, 14, 15, 16],
  [17, 18, 19, 20],
  [0, 5, 9, 13, 17, 0],
]
const TIPS = new Set([4, 8, 12, 16, 20])

export interface SkeletonColours {
  readonly bone: string
  readonly rim: string
}

/** Draws one hand; landmarks are in mirrored image coordinates, `fit` says where that image lies on the canvas. */
export function drawSkeleton(
  context: CanvasRenderingContext2D,
  hand: ShownHand,
  fit: CoverFit,
  colours: SkeletonColours,
): void {
  const points = hand.landmarks.map(({ x, y }) => ({
    x: fit.leftPx + x * fit.widthPx,
    y: fit.topPx + y * fit.heightPx,
  }))
  // A hand twice as near is drawn with bones twice as thick, within reason.
  const [wrist, knuckle] = [points[0], points[9]]
  if (!wrist || !knuckle) return
  const palmPx = Math.hypot(knuckle.x - wrist.x, knuckle.y - wrist.y)
  const bonePx = Math.min(7, Math.max(2.5, palmPx / 26))
  const bones = new Path2D()
  for (const chain of CHAINS) {
    chain.forEach((joint, index) => {
      const point = points[joint]
      if (!point) return
      if (index === 0) bones.moveTo(point.x, point.y)
      else bones.lineTo(point.x, point.y)
    })
  }
  context.lineCap = 'round'
  context.lineJoin = 'round'
  // A dark rim keeps the teal visible on bright skin.
  context.strokeStyle = colours.rim
  context.lineWidth = bonePx + 3
  context.stroke(bones)
  context.strokeStyle = colours.bone
  context.lineWidth = bonePx
  context.stroke(bones)
  points.forEach((point, joint) => {
    dot(context, point, bonePx * (TIPS.has(joint) ? 1.5 : 1), colours)
  })
}

function dot(
  context: CanvasRenderingContext2D,
  { x, y }: { x: number; y: number },
  radiusPx: number,
  { bone, rim }: SkeletonColours,
): void {
  context.beginPath()
  context.arc(x, y, radiusPx + 1.5, 0, 2 * Math.PI)
  context.fillStyle = rim
  context.fill()
  context.beginPath()
  context.arc(x, y, radiusPx, 0, 2 * Math.PI)
  context.fillStyle = bone
  context.fill()
}

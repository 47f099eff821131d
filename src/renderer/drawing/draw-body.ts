import { BODY_BONES } from '../../core/body/body-bones.ts'
import { BODY_LANDMARKS as AT } from '../../core/body/body.ts'
import type { ShownBody } from './body-interpolation.ts'
import type { CoverFit } from './cover-fit.ts'
import type { SkeletonColours } from './draw-skeleton.ts'

const JOINTS = [...new Set([...BODY_BONES.flat(), AT.nose])]
/** Below it a landmark is a guess: what is guessed is drawn fainter. */
const SEEN = 0.5
const GUESSED_ALPHA = 0.3

/** Draws one body; `fit` says where the picture that is shown lies on the canvas. */
export function drawBody(
  context: CanvasRenderingContext2D,
  { landmarks, visibility }: ShownBody,
  fit: CoverFit,
  { bone, rim }: SkeletonColours,
  bonePx = Math.min(7, Math.max(2.5, fit.heightPx / 120)),
): void {
  const placeOfJoint = (joint: number): readonly [number, number] => {
    const { x = 0, y = 0 } = landmarks[joint] ?? {}
    return [fit.leftPx + x * fit.widthPx, fit.topPx + y * fit.heightPx]
  }
  const isSeen = (joint: number): boolean => (visibility[joint] ?? 0) >= SEEN
  const [seen, guessed] = [new Path2D(), new Path2D()]
  for (const [from, to] of BODY_BONES) {
    const path = isSeen(from) && isSeen(to) ? seen : guessed
    path.moveTo(...placeOfJoint(from))
    path.lineTo(...placeOfJoint(to))
  }
  const dots = new Path2D()
  for (const joint of JOINTS) {
    if (!isSeen(joint)) continue
    const [x, y] = placeOfJoint(joint)
    dots.moveTo(x + bonePx, y)
    dots.arc(x, y, bonePx, 0, 2 * Math.PI)
  }
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.globalAlpha = GUESSED_ALPHA
  strokePath(context, guessed, bone, bonePx)
  context.globalAlpha = 1
  // A dark rim keeps the pink visible on bright clothes.
  strokePath(context, seen, rim, bonePx + 3)
  strokePath(context, dots, rim, 3)
  strokePath(context, seen, bone, bonePx)
  context.fillStyle = bone
  context.fill(dots)
}

function strokePath(
  context: CanvasRenderingContext2D,
  path: Path2D,
  colour: string,
  widthPx: number,
): void {
  context.strokeStyle = colour
  context.lineWidth = widthPx
  context.stroke(path)
}

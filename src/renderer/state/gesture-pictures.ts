import { demoHeightPx, demoWidthPx, openDemoScene } from '../camera/demo/demo-scene.ts'
import { poseLibrary, type PoseName } from '../camera/demo/pose-library.ts'

const POSE_OF: Readonly<Record<string, PoseName>> = {
  'pinch.index': 'pinch-index',
  'pinch.middle': 'pinch-middle',
  'pinch.ring': 'pinch-ring',
  'pinch.two': 'pinch-two',
  'two-hands.pinch': 'pinch-index',
  'two-hands.frame': 'letter-l',
  'pose.open-palm': 'open-palm',
  'pose.fist': 'fist',
  'pose.point': 'point',
  'pose.thumbs-up': 'thumbs-up',
  'pose.thumbs-down': 'thumbs-down',
  'pose.victory': 'victory',
  'pose.ok': 'ok',
  'swipe.left': 'open-palm',
  'swipe.right': 'open-palm',
  'swipe.up': 'open-palm',
  'swipe.down': 'open-palm',
}
/** Fingers reach up from the palm's middle, so it is drawn low; a thumb that points down needs the room below. */
const MIDDLE_Y: Partial<Record<PoseName, number>> = { 'thumbs-down': 0.46 }
/** Where a swipe goes, as the user sees it: 0 right, clockwise. */
const SWIPES: Readonly<Record<string, number>> = {
  'swipe.right': 0,
  'swipe.down': Math.PI / 2,
  'swipe.left': Math.PI,
  'swipe.up': -Math.PI / 2,
}
/** Straight at the hand: the middle of the demo camera's picture. */
const SIDE_PX = 240

/** A picture of each gesture that has a shape, as the user sees their own hand: address by gesture id. */
export async function gesturePictures(
  gestures: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const scenery = document.createElement('canvas')
  const scene = await openDemoScene(scenery, { hasSmoothEdges: true })
  const cut = document.createElement('canvas')
  cut.width = SIDE_PX
  cut.height = SIDE_PX
  const context = cut.getContext('2d')
  const pictures = new Map<string, string>()
  for (const gesture of new Set(gestures)) {
    const name = POSE_OF[gesture]
    if (!name || !context) continue
    scene.draw({ handedness: 'right', pose: poseLibrary[name], x: 0.5, y: MIDDLE_Y[name] ?? 0.58 })
    context.setTransform(-1, 0, 0, 1, SIDE_PX, 0)
    context.drawImage(
      scenery,
      (demoWidthPx - SIDE_PX) / 2,
      (demoHeightPx - SIDE_PX) / 2,
      SIDE_PX,
      SIDE_PX,
      0,
      0,
      SIDE_PX,
      SIDE_PX,
    )
    const towards = SWIPES[gesture]
    if (towards !== undefined) drawArrow(context, towards)
    pictures.set(gesture, cut.toDataURL())
  }
  scene.close()
  return pictures
}

function drawArrow(context: CanvasRenderingContext2D, towardsRad: number): void {
  context.setTransform(1, 0, 0, 1, SIDE_PX / 2, SIDE_PX * 0.6)
  context.rotate(towardsRad)
  const arrow = new Path2D('M-70 0H62M34 -28L66 0L34 28')
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.strokeStyle = 'rgb(3 22 22 / 0.65)'
  context.lineWidth = 18
  context.stroke(arrow)
  context.strokeStyle = '#2de0c8'
  context.lineWidth = 11
  context.stroke(arrow)
}

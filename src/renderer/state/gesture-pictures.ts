import { demoHeightPx, demoWidthPx, openDemoScene } from '../camera/demo/demo-scene.ts'
import { poseLibrary, type PoseName } from '../camera/demo/pose-library.ts'

const POSE_OF: Readonly<Record<string, PoseName>> = {
  'pinch.index': 'pinch-index',
  'pinch.middle': 'pinch-middle',
  'pinch.ring': 'pinch-ring',
  'pinch.two': 'pinch-two',
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
/** Straight at the hand: the middle of the demo camera's picture. */
const SIDE_PX = 240

/** A picture of each gesture that has a shape, as the user sees their own hand: address by gesture id. */
export async function gesturePictures(
  gestures: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const scenery = document.createElement('canvas')
  const scene = await openDemoScene(scenery)
  const cut = document.createElement('canvas')
  cut.width = SIDE_PX
  cut.height = SIDE_PX
  const context = cut.getContext('2d')
  const pictures = new Map<string, string>()
  for (const gesture of new Set(gestures)) {
    const name = POSE_OF[gesture]
    if (!name || !context) continue
    scene.draw({ handedness: 'right', pose: poseLibrary[name], x: 0.5, y: 0.55 })
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
    pictures.set(gesture, cut.toDataURL())
  }
  scene.close()
  return pictures
}

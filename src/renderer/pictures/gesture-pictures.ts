import {
  demoHeightPx,
  demoWidthPx,
  openDemoScene,
  type DemoScene,
} from '../capture/camera/demo/demo-scene.ts'
import { blendPoses } from '../capture/camera/demo/hand-pose.ts'
import { poseLibrary, type PoseName } from '../capture/camera/demo/pose-library.ts'
import { strokeRimmed, WAY_COLOURS } from '../drawing/stroke-rimmed.ts'
import { LETTERS, type Letter } from '../../core/classifier/letters/letters.ts'
import { drawBodyGesture, isBodyPicture } from './body-pictures.ts'
import { drawnLetterFront } from './letter-pictures.ts'

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
  'finger-count.0': 'fist',
  'finger-count.2': 'victory',
  'finger-count.5': 'open-palm',
  'swipe.left': 'open-palm',
  'swipe.right': 'open-palm',
  'swipe.up': 'open-palm',
  'swipe.down': 'open-palm',
}
/** Of letters, and of counts that are held up as a letter is. */
const LETTER_OF: Readonly<Record<string, Letter>> = {
  ...Object.fromEntries(LETTERS.map((letter) => [`sign-letters.${letter}`, letter])),
  'finger-count.1': 'D',
  'finger-count.3': 'W',
  'finger-count.4': 'B',
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

/** A swipe's arc beside the middle, in shares of the demo camera's picture. */
const SWIPE_WAY = 0.11
/** How far it has come in each picture of an animation: there, held, and back. */
const FILM = [0, 0.2, 0.45, 0.7, 0.9, 1, 1, 1, 0.8, 0.5, 0.2]

export interface GesturePictures {
  /** The gesture as the user sees their own hand, as an address; undefined for one that has no shape. */
  of(gesture: string): string | undefined
  /** The hand that performs it, picture by picture. */
  animation(gesture: string): readonly string[]
  close(): void
}

/** Draws gestures with the demo hand, or somebody's whole body, animations when they are first wanted. */
export async function openGesturePictures(): Promise<GesturePictures> {
  const scenery = document.createElement('canvas')
  const scene = await openDemoScene(scenery, { hasSmoothEdges: true })
  const animations = new Map<string, readonly string[]>()
  const draw = (gesture: string, ratio: number, hasArrow: boolean): string | undefined =>
    LETTER_OF[gesture] !== undefined
      ? drawnLetterFront(scene, scenery, LETTER_OF[gesture])
      : isBodyPicture(gesture)
        ? bodyPictureUrl(gesture, ratio)
        : gesturePictureUrl(scene, scenery, gesture, ratio, hasArrow)
  return {
    of: (gesture) => draw(gesture, 1, true),
    animation: (gesture) => {
      // Letters are held still.
      const ratios = LETTER_OF[gesture] === undefined ? FILM : [1]
      const animation =
        animations.get(gesture) ?? ratios.flatMap((ratio) => draw(gesture, ratio, false) ?? [])
      animations.set(gesture, animation)
      return animation
    },
    close: () => {
      scene.close()
    },
  }
}

function bodyPictureUrl(gesture: string, ratio: number): string {
  const canvas = document.createElement('canvas')
  canvas.width = SIDE_PX
  canvas.height = SIDE_PX
  drawBodyGesture(canvas, gesture, ratio)
  return canvas.toDataURL()
}

function gesturePictureUrl(
  scene: DemoScene,
  scenery: HTMLCanvasElement,
  gesture: string,
  ratio: number,
  hasArrow: boolean,
): string | undefined {
  const name = POSE_OF[gesture]
  const cut = document.createElement('canvas')
  cut.width = SIDE_PX
  cut.height = SIDE_PX
  const context = cut.getContext('2d')
  if (!name || !context) return undefined
  const towards = SWIPES[gesture]
  const before = poseLibrary[gesture.includes('pinch') ? 'pinch-index-open' : 'relaxed']
  const pose =
    towards === undefined ? blendPoses(before, poseLibrary[name], ratio) : poseLibrary[name]
  const way = towards === undefined || hasArrow ? 0 : (ratio - 0.5) * SWIPE_WAY
  const x = 0.5 + way * Math.cos(towards ?? 0)
  const y = (MIDDLE_Y[name] ?? 0.58) + way * Math.sin(towards ?? 0)
  scene.draw({ handedness: 'right', pose, x, y })
  context.setTransform(-1, 0, 0, 1, SIDE_PX, 0)
  const [left, top] = [(demoWidthPx - SIDE_PX) / 2, (demoHeightPx - SIDE_PX) / 2]
  context.drawImage(scenery, left, top, SIDE_PX, SIDE_PX, 0, 0, SIDE_PX, SIDE_PX)
  if (towards !== undefined && hasArrow) drawArrow(context, towards)
  return cut.toDataURL()
}

function drawArrow(context: CanvasRenderingContext2D, towardsRad: number): void {
  context.setTransform(1, 0, 0, 1, SIDE_PX / 2, SIDE_PX * 0.6)
  context.rotate(towardsRad)
  const arrow = new Path2D('M-70 0H62M34 -28L66 0L34 28')
  strokeRimmed(context, arrow, WAY_COLOURS, 11, 7)
}

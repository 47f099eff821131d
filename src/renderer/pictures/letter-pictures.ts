import { letterPoses } from '../capture/camera/demo/letter-poses.ts'
import {
  demoHeightPx,
  demoWidthPx,
  openDemoScene,
  type DemoScene,
} from '../capture/camera/demo/demo-scene.ts'
import type { HandPose } from '../capture/camera/demo/hand-pose.ts'
import { strokeRimmed, WAY_COLOURS } from '../drawing/stroke-rimmed.ts'
import type { Letter } from '../../core/classifier/letters/letters.ts'

/** One letter from both sides, as addresses of pictures. */
export interface LetterPicture {
  /** As in the mirror, or as the camera's picture on Live. */
  readonly front: string
  /** As one sees one's own hand. */
  readonly own: string
}

export interface LetterPictures {
  of(letter: Letter): LetterPicture
  /** The hand that draws a letter which is a movement, picture by picture; undefined for one that is held. */
  animation(letter: Letter): readonly LetterPicture[] | undefined
  close(): void
}

const SIDE_PX = 300
/** Of the demo camera's picture. */
const CUT_PX = 240
/** A hand that points down needs its room below. */
const MIDDLE_Y: Partial<Record<Letter, number>> = { G: 0.5, H: 0.5, P: 0.38, Q: 0.36 }
/** Ways of the letters that are movements, in a picture of 300 × 300, as the mirror shows them. */
const WAYS: Partial<Record<Letter, string>> = {
  J: 'M196 66V196C196 246 122 250 112 198M96 214L112 194L130 210',
  Z: 'M62 62H196L62 178H196M174 160L198 178L174 196',
}

/** How far along its way the hand is in each picture of an animation: there, on its way, and held at the end. */
const FILM = [0, 0, 0.12, 0.25, 0.38, 0.5, 0.62, 0.75, 0.88, 1, 1, 1]
/** The fingers, which are what draws, stay in the picture when the hand goes a little more than half of the way. */
const REACH = 0.55

/** Draws letters with the demo hand, each when it is first wanted. */
export async function openLetterPictures(): Promise<LetterPictures> {
  const scenery = document.createElement('canvas')
  const scene = await openDemoScene(scenery, { hasSmoothEdges: true })
  const known = new Map<Letter, LetterPicture>()
  const animations = new Map<Letter, readonly LetterPicture[]>()
  return {
    of: (letter) => {
      const picture = known.get(letter) ?? draw(scene, scenery, letter, STILL)
      known.set(letter, picture)
      return picture
    },
    animation: (letter) => {
      const way = WAYS[letter]
      if (way === undefined) return undefined
      const along = alongWay(way)
      const animation =
        animations.get(letter) ?? FILM.map((ratio) => draw(scene, scenery, letter, along(ratio)))
      animations.set(letter, animation)
      return animation
    },
    close: () => {
      scene.close()
    },
  }
}

/** Where the hand is beside the middle, in pixels of the picture. */
interface Aside {
  readonly x: number
  readonly y: number
}
const STILL: Aside = { x: 0, y: 0 }

/** Where a hand is that has drawn a share of the way; its arrow's head is no part of it. */
function alongWay(way: string): (ratio: number) => Aside {
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', way.slice(0, way.lastIndexOf('M')))
  const length = path.getTotalLength()
  return (ratio) => {
    const { x, y } = path.getPointAtLength(ratio * length)
    return { x: REACH * (x - SIDE_PX / 2), y: REACH * (y - SIDE_PX / 2) }
  }
}

const draw = (
  scene: DemoScene,
  scenery: HTMLCanvasElement,
  letter: Letter,
  aside: Aside,
): LetterPicture => ({
  front: drawnLetter(scene, scenery, letter, letterPoses[letter], aside, true),
  own: drawnLetter(scene, scenery, letter, poseFromBehind(letterPoses[letter]), aside, false),
})

/** As in the mirror, with a scene that is open already. */
export const drawnLetterFront = (
  scene: DemoScene,
  scenery: HTMLCanvasElement,
  letter: Letter,
): string => drawnLetter(scene, scenery, letter, letterPoses[letter], STILL, true)

function drawnLetter(
  scene: DemoScene,
  scenery: HTMLCanvasElement,
  letter: Letter,
  pose: HandPose,
  aside: Aside,
  isMirrored: boolean,
): string {
  const scale = CUT_PX / SIDE_PX
  const right = ((isMirrored ? aside.x : -aside.x) * scale) / demoWidthPx
  const down = (aside.y * scale) / demoHeightPx
  const middle = MIDDLE_Y[letter] ?? 0.6
  scene.draw({ handedness: 'right', pose, x: 0.5 + right, y: middle + down })
  return squarePictureUrl(scenery, isMirrored, WAYS[letter])
}

/** Half a turn about the upright axis, whatever the hand's own turn. */
function poseFromBehind(pose: HandPose): HandPose {
  const { pitchDeg, yawDeg, rollDeg } = pose.turn
  return { ...pose, turn: { pitchDeg, yawDeg: yawDeg + 180, rollDeg: -rollDeg } }
}

function squarePictureUrl(
  scenery: HTMLCanvasElement,
  isMirrored: boolean,
  way: string | undefined,
): string {
  const canvas = document.createElement('canvas')
  canvas.width = SIDE_PX
  canvas.height = SIDE_PX
  const context = canvas.getContext('2d')
  if (!context) return ''
  if (isMirrored) context.setTransform(-1, 0, 0, 1, SIDE_PX, 0)
  const left = (demoWidthPx - CUT_PX) / 2
  const top = (demoHeightPx - CUT_PX) / 2
  context.drawImage(scenery, left, top, CUT_PX, CUT_PX, 0, 0, SIDE_PX, SIDE_PX)
  context.resetTransform()
  if (way !== undefined) strokeRimmed(context, new Path2D(way), WAY_COLOURS, 8, 6)
  return canvas.toDataURL()
}

import { BODY_LANDMARK_COUNT, BODY_LANDMARKS, type BodyLandmark } from '../../core/body/body.ts'
import { drawBody } from '../drawing/draw-body.ts'

type Place = readonly [x: number, y: number]
type Places = Partial<Readonly<Record<BodyLandmark, Place>>>

/** Somebody standing, as they see themselves in a mirror: their left is on the left. Shares of a square picture. */
const STANDING: Readonly<Record<string, Place>> = {
  ...{ nose: [0.5, 0.2], leftShoulder: [0.4, 0.32], rightShoulder: [0.6, 0.32] },
  ...{ leftElbow: [0.36, 0.45], rightElbow: [0.64, 0.45] },
  ...{ leftWrist: [0.35, 0.57], rightWrist: [0.65, 0.57] },
  ...{ leftIndex: [0.35, 0.61], rightIndex: [0.65, 0.61] },
  ...{ leftHip: [0.44, 0.57], rightHip: [0.56, 0.57] },
  ...{ leftKnee: [0.43, 0.73], rightKnee: [0.57, 0.73] },
  ...{ leftAnkle: [0.43, 0.89], rightAnkle: [0.57, 0.89] },
  ...{ leftHeel: [0.44, 0.92], rightHeel: [0.56, 0.92] },
  ...{ leftToes: [0.4, 0.93], rightToes: [0.6, 0.93] },
}
/** How far the trunk and all that hangs on it goes to the side when somebody leans, at the shoulders. */
const LEAN = 0.14

const SQUATTING: Places = {
  ...{ nose: [0.5, 0.38], leftShoulder: [0.4, 0.5], rightShoulder: [0.6, 0.5] },
  ...{ leftElbow: [0.31, 0.57], rightElbow: [0.69, 0.57] },
  ...{ leftWrist: [0.27, 0.48], rightWrist: [0.73, 0.48] },
  ...{ leftIndex: [0.26, 0.44], rightIndex: [0.74, 0.44] },
  ...{ leftHip: [0.43, 0.72], rightHip: [0.57, 0.72] },
  ...{ leftKnee: [0.33, 0.75], rightKnee: [0.67, 0.75] },
}
const POSES: Readonly<Record<string, Places>> = {
  'body.arms-up': {
    ...{ leftElbow: [0.33, 0.2], rightElbow: [0.67, 0.2] },
    ...{ leftWrist: [0.36, 0.08], rightWrist: [0.64, 0.08] },
    ...{ leftIndex: [0.37, 0.04], rightIndex: [0.63, 0.04] },
  },
  'body.arms-crossed': {
    ...{ leftElbow: [0.34, 0.45], rightElbow: [0.66, 0.45] },
    ...{ leftWrist: [0.57, 0.41], rightWrist: [0.43, 0.43] },
    ...{ leftIndex: [0.61, 0.39], rightIndex: [0.39, 0.41] },
  },
  'body.lean-left': leaningPlaces(-LEAN),
  'body.lean-right': leaningPlaces(LEAN),
  'body.squat': SQUATTING,
  'exercise.squat': SQUATTING,
}

/** Whether a body and not a hand makes this gesture. */
export const isBodyPicture = (gesture: string): boolean => gesture in POSES

/** Draws somebody who does it; `ratio` 0 standing .. 1 there. The canvas is square. */
export function drawBodyGesture(canvas: HTMLCanvasElement, gesture: string, ratio: number): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const places = POSES[gesture] ?? {}
  const landmarks = Array.from({ length: BODY_LANDMARK_COUNT }, () => ({ x: 0, y: 0, z: 0 }))
  for (const [name, at] of Object.entries(BODY_LANDMARKS)) {
    const from = STANDING[name]
    const to = placeIn(places, name) ?? from
    if (!from || !to) continue
    const interpolatedPlace = (axis: 0 | 1): number => from[axis] + (to[axis] - from[axis]) * ratio
    landmarks[at] = { x: interpolatedPlace(0), y: interpolatedPlace(1), z: 0 }
  }
  context.fillStyle = '#8899aa'
  context.fillRect(0, 0, canvas.width, canvas.height)
  const fit = { leftPx: 0, topPx: 0, widthPx: canvas.width, heightPx: canvas.height }
  const body = { trackId: 0, landmarks, visibility: landmarks.map(() => 1) }
  drawBody(context, body, fit, { bone: '#ff6fb0', rim: 'rgb(3 22 22 / 0.65)' }, WIDE_BONE_PX)
}

const WIDE_BONE_PX = 6

const placeIn = (places: Places, name: string): Place | undefined =>
  Object.entries(places).find(([known]) => known === name)?.[1]

/** What is above the hips goes to the side, the higher the farther, and a little down. */
function leaningPlaces(by: number): Places {
  const hipsY = 0.57
  const shouldersY = 0.32
  return Object.fromEntries(
    Object.entries(STANDING)
      .filter(([name, [, y]]) => y < hipsY || /Wrist|Index/.test(name))
      .map(([name, [x, y]]): [string, Place] => {
        const ratio = Math.max(0.15, (hipsY - y) / (hipsY - shouldersY))
        return [name, [x + by * ratio, y + 0.03 * ratio]]
      }),
  )
}

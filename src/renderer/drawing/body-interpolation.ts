import type { Body } from '../../core/body/body.ts'
import { clamp, type Vector3 } from '../../core/geometry/vector.ts'
import { pictureToUser } from '../../core/geometry/mirror.ts'

/** One person as they are drawn: x to the right of the picture that is shown, and which landmarks the tracker really sees. */
export interface ShownBody {
  readonly trackId: number
  readonly landmarks: readonly Vector3[]
  readonly visibility: readonly number[]
}

export interface ShownBodies {
  readonly bodies: readonly ShownBody[]
  /** How long ago it was as it is shown. */
  readonly delayMs: number
}

/** Results come three to thirty times a second, the screen is drawn sixty: between the last two of them bodies glide. */
export interface BodyInterpolation {
  /** `takenMs`: when the picture was taken; `atMs`: now. Both on the clock of `at`. */
  add(bodies: readonly Body[], takenMs: number, atMs: number): void
  /** As they are to be drawn now; undefined once results have stopped coming for a while. */
  at(nowMs: number): ShownBodies | undefined
}

interface Result {
  readonly bodies: readonly ShownBody[]
  readonly takenMs: number
}

const LONGEST_GLIDE_MS = 400
const GONE_AFTER_MS = 1000

/** From the one before to the newest in as long as it was between their pictures: movements keep their speed. */
export function createBodyInterpolation(): BodyInterpolation {
  let before: Result | undefined
  let newest: Result | undefined
  let arrivedMs = -Infinity
  return {
    add: (bodies, takenMs, atMs) => {
      before = newest
      newest = { bodies: bodies.map(inMirror), takenMs }
      arrivedMs = atMs
    },
    at: (nowMs) => {
      if (!newest || nowMs - arrivedMs > GONE_AFTER_MS) return undefined
      const apartMs = before ? newest.takenMs - before.takenMs : 0
      if (!before || !(apartMs > 0) || apartMs > LONGEST_GLIDE_MS) {
        return { bodies: newest.bodies, delayMs: nowMs - newest.takenMs }
      }
      const ratio = clamp((nowMs - arrivedMs) / apartMs, 0, 1)
      const from = before.bodies
      return {
        bodies: newest.bodies.map((body) => bodyBetween(from, body, ratio)),
        delayMs: nowMs - (before.takenMs + apartMs * ratio),
      }
    },
  }
}

/** The camera's picture is shown as its user sees it. */
const inMirror = ({ trackId, landmarks, visibility }: Body): ShownBody => ({
  trackId,
  landmarks: landmarks.map(pictureToUser),
  visibility,
})

function bodyBetween(from: readonly ShownBody[], to: ShownBody, ratio: number): ShownBody {
  const start = from.find(({ trackId }) => trackId === to.trackId)
  if (!start || ratio === 1) return to
  const landmarks = to.landmarks.map((point, joint): Vector3 => {
    const was = start.landmarks[joint] ?? point
    return {
      x: was.x + (point.x - was.x) * ratio,
      y: was.y + (point.y - was.y) * ratio,
      z: was.z + (point.z - was.z) * ratio,
    }
  })
  return { ...to, landmarks }
}

import type { Doing } from '../../../core/body/exercise-watch.ts'
import type { SmoothBody } from '../../../core/body/smooth-bodies.ts'
import type { Vector3 } from '../../../core/geometry/vector.ts'
import type { DetectedBodies } from '../../capture/tracking/loop/messages.ts'
import type { RecordedMoment, RecordedPerson } from './body-export.ts'

/** One that people forgot must not fill the memory: a megabyte a minute. */
const LONGEST_MS = 10 * 60_000
const DIGITS = 4

/** Bodies as they are followed, kept in the page until they are saved. */
export class BodyRecording {
  isRunning = $state(false)
  /** How much there is. */
  moments = $state.raw<readonly RecordedMoment[]>([])
  seconds = $state(0)
  #moments: RecordedMoment[] = []
  #beganMs: number | undefined

  start(): void {
    this.#moments = []
    this.#beganMs = undefined
    this.moments = []
    this.seconds = 0
    this.isRunning = true
  }

  stop(): void {
    if (!this.isRunning) return
    this.isRunning = false
    this.moments = this.#moments
  }

  addFrame(
    { atMs }: DetectedBodies,
    people: readonly SmoothBody[],
    doings: readonly Doing[],
  ): void {
    if (!this.isRunning) return
    this.#beganMs ??= atMs
    const sinceMs = atMs - this.#beganMs
    // A video that began again counts from nothing.
    if (sinceMs < (this.#moments.at(-1)?.atMs ?? 0) || sinceMs > LONGEST_MS) {
      this.stop()
      return
    }
    this.#moments.push({
      atMs: rounded(sinceMs, 1),
      people: people.flatMap((smooth, index) => recordedPerson(smooth, doings[index])),
    })
    this.seconds = Math.floor(sinceMs / 1000)
  }
}

function recordedPerson({ body, angles }: SmoothBody, doing: Doing | undefined): RecordedPerson[] {
  if (!doing) return []
  const { trackId, landmarks, world, visibility } = body
  const roundedPoints = (points: readonly Vector3[]): number[][] =>
    points.map(({ x, y, z }) => [x, y, z].map((value) => rounded(value, DIGITS)))
  return [
    {
      person: trackId,
      landmarks: roundedPoints(landmarks),
      world: roundedPoints(world),
      visibility: visibility.map((share) => rounded(share, 2)),
      angles: Object.fromEntries(angles.map(({ name, degrees }) => [name, rounded(degrees, 1)])),
      pose: doing.pose.pose,
      squats: doing.squats.count,
    },
  ]
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

import type { ScreenPoint } from '../../src/core/geometry/point.ts'
import type { SeenPose } from './hand-noise.ts'
import type { Random } from './random.ts'

/**
 * A user who moves the cursor to a target and pinches. The cases:
 *
 * | phase    | what happens                                                  | then                                   |
 * | watching | the cursor seen REACTION_MS ago stood still, near the target  | pinching                               |
 * | watching | it stood still elsewhere, or long enough                      | reaching, by what is missing           |
 * | reaching | the movement is over                                          | watching                               |
 * | pinching | closed, held and opened again                                 | watching                               |
 *
 * Sources: minimum-jerk profile (Flash & Hogan 1985); a first ballistic movement and corrections, each with an error in
 * proportion to its length (Meyer et al. 1988), larger along than across (van Beers et al. 2004: about 6 and 3 %); 200 ms from
 * seeing to moving, or from the touch of their own fingers to the next movement. Durations grow with the logarithm of length over target (Fitts). Users learn by how far their pinch
 * throws the cursor on average, and allow for it.
 */
export interface UserTask {
  readonly target: ScreenPoint
  readonly widthPx: number
  /** The one after: where it will light up is no secret. */
  readonly upcoming: ScreenPoint
}

/** What the user has learned of the technique. */
export interface UserSkill {
  /** Desktop pixels per image height of hand movement. */
  readonly gain: { readonly x: number; readonly y: number }
  /** From hand to screen. */
  readonly lagMs: number
}

type Phase =
  | { readonly kind: 'watching'; readonly sinceMs: number }
  | {
      readonly kind: 'reaching'
      readonly startMs: number
      readonly durationMs: number
      readonly from: SeenPose
      readonly to: SeenPose
    }
  | { readonly kind: 'pinching'; readonly startMs: number; readonly drift: Drift }

interface Drift {
  readonly x: number
  readonly y: number
}

const REACTION_MS = 200
/** Eyes take this much together. */
const GLANCE_MS = 60
const MEMORY_MS = 1500
/** Without any effect of a pinch for this long, it is tried again. */
const ANSWER_MS = 400
/** A cursor that never comes to rest is taken as it is after this. */
const PATIENCE_MS = 700
const SURE_RATIO = 0.35
const STILL_RATIO = 0.15
const ALONG_ERROR = 0.06
const ACROSS_ERROR = 0.03
/** The shortest movement that a hand in the air can make on purpose, in image heights: a 50th of a palm. */
const SMALLEST_ERROR = 0.0008
const BASE_MS = 180
const PER_BIT_MS = 90
const CLOSE_MS = 160
/**
 * What a pinch does besides closing. Where thumb and finger meet differs from pinch to pinch, in palm lengths per axis: in the
 * clips, index tips of hands that stay where they are while closing end 0.01 to 0.36 from the mean (standard deviation 0.15); half of
 * that is taken. The palm's drift, in image heights, is a guess: too few real pinches by hands that aim are at hand.
 */
export const PINCH = {
  holdMs: 60,
  openMs: 140,
  throwSd: 0.08,
  driftSd: 0.0025,
  driftDown: 0.004,
} as const
const LEARNING = 0.2

/** What no source tells: factors on the guesses above, 1 for the guess itself. */
export interface Guesses {
  /** How far a pinch throws fingertips and palm. */
  readonly thrown: number
  /** How long it takes to close and open. */
  readonly pinchTime: number
  /** How far off the middle of a target is near enough. */
  readonly sure: number
}
export const AS_GUESSED: Guesses = { thrown: 1, pinchTime: 1, sure: 1 }

export class SimulatedUser {
  hand: SeenPose
  #phase: Phase = { kind: 'watching', sinceMs: 0 }
  #task: UserTask
  #seen: { readonly atMs: number; readonly at: ScreenPoint }[] = []
  #touchedMs = 0
  #hasReached = false
  /** The pinch has shown its effect: another target is lit. */
  #isAnswered = true
  #decidedAt: ScreenPoint | undefined
  #learned: ScreenPoint = { x: 0, y: 0 }
  readonly #gain: { readonly x: number; readonly y: number }
  readonly #lagMs: number
  readonly #random: Random
  readonly #guesses: Guesses

  constructor(
    start: SeenPose,
    task: UserTask,
    skill: UserSkill,
    random: Random,
    guesses: Guesses = AS_GUESSED,
  ) {
    this.hand = start
    this.#task = task
    this.#gain = skill.gain
    this.#lagMs = skill.lagMs
    this.#random = random
    this.#guesses = guesses
  }

  /** The next target; `clickedAt` is where the last one was hit or missed. */
  next(task: UserTask, clickedAt: ScreenPoint | undefined): void {
    if (clickedAt !== undefined && this.#decidedAt !== undefined) {
      const { x, y } = this.#learned
      this.#learned = {
        x: x + (clickedAt.x - this.#decidedAt.x - x) * LEARNING,
        y: y + (clickedAt.y - this.#decidedAt.y - y) * LEARNING,
      }
    }
    this.#task = task
    this.#isAnswered = true
  }

  /** Looks at the cursor on the screen and moves the hand. */
  step(nowMs: number, cursor: ScreenPoint): void {
    // What a pinch does to the cursor is over when it opens; nobody aims by it.
    if (this.#phase.kind !== 'pinching') this.#seen.push({ atMs: nowMs, at: cursor })
    this.#seen = this.#seen.filter(({ atMs }) => nowMs - atMs <= MEMORY_MS)
    const phase = this.#phase
    switch (phase.kind) {
      case 'watching':
        return this.#decide(phase.sinceMs, nowMs)
      case 'reaching':
        return this.#reach(phase, nowMs)
      case 'pinching':
        return this.#pinch(phase, nowMs)
    }
  }

  #decide(sinceMs: number, nowMs: number): void {
    // Who works with a delay learns to wait for it before judging (Ferrell 1965: move and wait).
    const waitMs = this.#hasReached ? this.#lagMs + GLANCE_MS : 0
    if (nowMs - sinceMs < REACTION_MS + waitMs) return
    // Fingers that have opened have clicked, as far as the hand knows: it goes on without waiting for the screen to say so.
    const isTrusting = !this.#isAnswered && nowMs - sinceMs < REACTION_MS + ANSWER_MS
    const target = isTrusting ? this.#task.upcoming : this.#task.target
    const past = this.#seen.filter(({ atMs }) => nowMs - atMs >= REACTION_MS)
    const newestMs = past.at(-1)?.atMs ?? 0
    const glance = past.filter(({ atMs }) => newestMs - atMs <= GLANCE_MS)
    const half = Math.ceil(glance.length / 2)
    if (half === 0) return
    const early = meanOf(glance.slice(0, half).map(({ at }) => at))
    const late = meanOf(glance.slice(-half).map(({ at }) => at))
    const isStill = apart(early, late) < STILL_RATIO * this.#task.widthPx
    if (!isStill && nowMs - sinceMs < PATIENCE_MS) return
    const at = meanOf(glance.map((seen) => seen.at))
    const missing = {
      x: target.x - this.#learned.x - at.x,
      y: target.y - this.#learned.y - at.y,
    }
    const near = SURE_RATIO * this.#guesses.sure * this.#task.widthPx
    if (isTrusting || Math.hypot(missing.x, missing.y) > near) {
      this.#phase = this.#plan(missing, nowMs)
      return
    }
    this.#decidedAt = at
    this.#isAnswered = false
    const { thrown } = this.#guesses
    this.hand = {
      ...this.hand,
      throwX: this.#random.normal() * PINCH.throwSd * thrown,
      throwY: this.#random.normal() * PINCH.throwSd * thrown,
    }
    const drift = {
      x: this.#random.normal() * PINCH.driftSd * thrown,
      y: (PINCH.driftDown + this.#random.normal() * PINCH.driftSd) * thrown,
    }
    this.#phase = { kind: 'pinching', startMs: nowMs, drift }
  }

  #plan(missing: ScreenPoint, nowMs: number): Phase {
    const x = missing.x / this.#gain.x
    const y = missing.y / this.#gain.y
    const size = Math.hypot(x, y)
    const along = this.#random.normal() * Math.max(ALONG_ERROR * size, SMALLEST_ERROR)
    const across = this.#random.normal() * Math.max(ACROSS_ERROR * size, SMALLEST_ERROR)
    const bits = Math.log2(Math.hypot(missing.x, missing.y) / this.#task.widthPx + 1)
    return {
      kind: 'reaching',
      startMs: nowMs,
      durationMs: BASE_MS + PER_BIT_MS * bits,
      from: this.hand,
      to: {
        ...this.hand,
        x: this.hand.x + x + (x * along - y * across) / size,
        y: this.hand.y + y + (y * along + x * across) / size,
      },
    }
  }

  #reach(phase: Phase & { kind: 'reaching' }, nowMs: number): void {
    const ratio = minimumJerk((nowMs - phase.startMs) / phase.durationMs)
    const { from, to } = phase
    this.hand = {
      ...from,
      x: from.x + (to.x - from.x) * ratio,
      y: from.y + (to.y - from.y) * ratio,
    }
    this.#hasReached = true
    if (ratio === 1) this.#phase = { kind: 'watching', sinceMs: nowMs }
  }

  #pinch({ startMs, drift }: Phase & { kind: 'pinching' }, nowMs: number): void {
    const before = this.hand.closed
    const ms = nowMs - startMs
    const { pinchTime } = this.#guesses
    const [closeMs, openMs] = [CLOSE_MS * pinchTime, PINCH.openMs * pinchTime]
    const closed =
      ms < closeMs + PINCH.holdMs
        ? minimumJerk(ms / closeMs)
        : 1 - minimumJerk((ms - closeMs - PINCH.holdMs) / openMs)
    this.hand = {
      ...this.hand,
      closed,
      x: this.hand.x + drift.x * (closed - before),
      y: this.hand.y + drift.y * (closed - before),
    }
    if (ms < closeMs) this.#touchedMs = nowMs
    this.#hasReached = false
    if (ms >= closeMs + PINCH.holdMs + openMs) {
      this.#phase = { kind: 'watching', sinceMs: this.#touchedMs }
    }
  }
}

/** Position along a movement, 0..1, of the smoothest way from rest to rest. */
export function minimumJerk(ratio: number): number {
  const t = Math.min(Math.max(ratio, 0), 1)
  return t ** 3 * (10 - 15 * t + 6 * t * t)
}

const apart = (a: ScreenPoint, b: ScreenPoint): number => Math.hypot(a.x - b.x, a.y - b.y)

function meanOf(points: readonly ScreenPoint[]): ScreenPoint {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 })
  return { x: sum.x / points.length, y: sum.y / points.length }
}

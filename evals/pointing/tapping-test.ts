import type { ScreenPoint } from '../../src/core/geometry/point.ts'
import { DESKTOP } from '../../test/support/hand/stage.ts'
import { createNoisyCamera } from './hand-noise.ts'
import { createRandom } from './random.ts'
import { SimulatedUser } from './simulated-user.ts'
import type { Technique } from './techniques.ts'

/** ISO 9241-411, multi-directional tapping: targets on a circle, across and across. */
export interface Condition {
  readonly distancePx: number
  readonly widthPx: number
}

export interface Trial {
  readonly movementMs: number
  /** How far the click overshot the target's centre along the way to it. */
  readonly alongPx: number
  readonly isHit: boolean
  readonly reentries: number
}

export interface Sequence {
  readonly throughputBitsPerS: number
  readonly errorRatio: number
  readonly movementMs: number
  readonly reentries: number
  readonly trials: number
}

const TARGETS = 13
/** The first clicks teach the user the technique, and are not counted. */
const PRACTICE = 8
const FRAME_MS = 1000 / 30
const TICK_MS = 1000 / 120
/** A target not reached by then is a miss. */
const GIVE_UP_MS = 10_000
const START = { x: 0.8, y: 0.5, closed: 0, throwX: 0, throwY: 0 }
const WARM_UP_MS = 800

export interface Lab {
  readonly latencyMs: number
  readonly seed: number
}

/** One round of targets by one simulated user. The camera sees 30 frames per second; the screen shows the cursor `latencyMs` later. */
export function runSequence(technique: Technique, condition: Condition, lab: Lab): Sequence {
  const targets = circle(condition)
  const random = createRandom(lab.seed)
  const user = new SimulatedUser(
    START,
    { target: at(targets, 0), upcoming: at(targets, 1), widthPx: condition.widthPx },
    { gain: technique.gain, lagMs: lab.latencyMs },
    random,
  )
  const camera = createNoisyCamera(random)
  const screen = createScreen(lab.latencyMs)
  const trials: Trial[] = []
  let watched = watchTrial(undefined, at(targets, 0), condition, 0)
  let frameAtMs = 0
  for (let nowMs = 0; trials.length < PRACTICE + 2 * TARGETS; nowMs += TICK_MS) {
    if (nowMs >= frameAtMs) {
      screen.send(technique.step(camera(user.hand, frameAtMs)), nowMs)
      frameAtMs += FRAME_MS
    }
    const { cursor, clicks } = screen.show(nowMs)
    if (cursor === undefined || nowMs < WARM_UP_MS) continue
    watched.see(cursor)
    user.step(nowMs, cursor)
    const isLate = nowMs - watched.startMs > GIVE_UP_MS
    const clickedAt = clicks[0]
    if (clickedAt === undefined && !isLate) continue
    trials.push(watched.end(clickedAt, nowMs))
    const from = at(targets, trials.length - 1)
    const target = at(targets, trials.length)
    const upcoming = at(targets, trials.length + 1)
    user.next({ target, upcoming, widthPx: condition.widthPx }, clickedAt)
    watched = watchTrial(from, target, condition, nowMs)
  }
  return summary(trials.slice(PRACTICE), condition)
}

/** What was sent appears `latencyMs` later. */
function createScreen(latencyMs: number): {
  send(pointed: ReturnType<Technique['step']>, nowMs: number): void
  show(nowMs: number): ReturnType<Technique['step']>
} {
  let waiting: { readonly atMs: number; readonly pointed: ReturnType<Technique['step']> }[] = []
  let cursor: ScreenPoint | undefined
  return {
    send(pointed, nowMs) {
      waiting.push({ atMs: nowMs + latencyMs, pointed })
    },
    show(nowMs) {
      const due = waiting.filter(({ atMs }) => atMs <= nowMs)
      waiting = waiting.filter(({ atMs }) => atMs > nowMs)
      cursor = due.at(-1)?.pointed.cursor ?? cursor
      return { cursor, clicks: due.flatMap(({ pointed }) => pointed.clicks) }
    },
  }
}

interface WatchedTrial {
  readonly startMs: number
  see(cursor: ScreenPoint): void
  end(clickedAt: ScreenPoint | undefined, nowMs: number): Trial
}

function watchTrial(
  from: ScreenPoint | undefined,
  target: ScreenPoint,
  { widthPx }: Condition,
  startMs: number,
): WatchedTrial {
  let entries = 0
  let wasInside = false
  return {
    startMs,
    see(cursor) {
      const isInside = Math.hypot(cursor.x - target.x, cursor.y - target.y) <= widthPx / 2
      if (isInside && !wasInside) entries += 1
      wasInside = isInside
    },
    end(clickedAt, nowMs) {
      const off = clickedAt ?? { x: target.x, y: target.y - 10 * widthPx }
      const way = { x: target.x - (from?.x ?? 0), y: target.y - (from?.y ?? 0) }
      const size = Math.hypot(way.x, way.y) || 1
      const missed = { x: off.x - target.x, y: off.y - target.y }
      return {
        movementMs: nowMs - startMs,
        alongPx: (missed.x * way.x + missed.y * way.y) / size,
        isHit: clickedAt !== undefined && Math.hypot(missed.x, missed.y) <= widthPx / 2,
        reentries: Math.max(entries - 1, 0),
      }
    },
  }
}

/** Across the circle and one further each time, as the standard draws it. */
function circle({ distancePx }: Condition): readonly ScreenPoint[] {
  return Array.from({ length: TARGETS }, (_, index) => {
    const turn = Math.floor(index / 2) + (index % 2 === 0 ? 0 : (TARGETS + 1) / 2)
    const angle = (2 * Math.PI * turn) / TARGETS
    return {
      x: DESKTOP.width / 2 + (distancePx / 2) * Math.sin(angle),
      y: DESKTOP.height / 2 - (distancePx / 2) * Math.cos(angle),
    }
  })
}

const at = (targets: readonly ScreenPoint[], index: number): ScreenPoint => {
  const target = targets[index % targets.length]
  if (target === undefined) throw new Error('tapping test: expected targets')
  return target
}

/** Effective width and distance, as ISO 9241-411 has them. */
function summary(trials: readonly Trial[], { distancePx }: Condition): Sequence {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const along = trials.map(({ alongPx }) => alongPx)
  const middle = mean(along)
  const sd = Math.sqrt(mean(along.map((value) => (value - middle) ** 2)))
  const movementMs = mean(trials.map((trial) => trial.movementMs))
  const bits = Math.log2((distancePx + middle) / (4.133 * sd) + 1)
  return {
    throughputBitsPerS: (bits / movementMs) * 1000,
    errorRatio: mean(trials.map(({ isHit }) => (isHit ? 0 : 1))),
    movementMs,
    reentries: mean(trials.map(({ reentries }) => reentries)),
    trials: trials.length,
  }
}

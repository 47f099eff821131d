import type { ScreenPoint } from '../../src/core/geometry/point.ts'
import { DESKTOP } from '../../test/support/hand/stage.ts'
import { createNoisyCamera } from './hand-noise.ts'
import {
  TAPPING_TARGETS,
  pointingTestSummary,
  pointingTargets,
  watchPointing,
} from '../../src/core/tuning/pointing-test.ts'
import type {
  PointingCondition,
  PointingTestFigures,
  PointingTrial,
} from '../../src/core/tuning/pointing-test.ts'
import { createRandom } from './random.ts'
import { SimulatedUser } from './simulated-user.ts'
import type { Guesses } from './simulated-user.ts'
import type { Technique } from './techniques.ts'

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
  readonly guesses?: Guesses
}

/** One round of targets by one simulated user. The camera sees 30 frames per second; the screen shows the cursor `latencyMs` later. */
export function runSequence(
  technique: Technique,
  condition: PointingCondition,
  lab: Lab,
): PointingTestFigures {
  const targets = pointingTargets(condition, {
    x: DESKTOP.width / 2,
    y: DESKTOP.height / 2,
  })
  const random = createRandom(lab.seed)
  const user = new SimulatedUser(
    START,
    { target: at(targets, 0), upcoming: at(targets, 1), widthPx: condition.widthPx },
    { gain: technique.gain, lagMs: lab.latencyMs },
    random,
    lab.guesses,
  )
  const camera = createNoisyCamera(random)
  const screen = createScreen(lab.latencyMs)
  const trials: PointingTrial[] = []
  let watched = watchPointing(undefined, at(targets, 0), condition.widthPx, 0)
  let frameAtMs = 0
  for (let nowMs = 0; trials.length < PRACTICE + 2 * TAPPING_TARGETS; nowMs += TICK_MS) {
    if (nowMs >= frameAtMs) {
      screen.send(technique.step(camera(user.hand, frameAtMs)), nowMs)
      frameAtMs += FRAME_MS
    }
    const { cursor, clicks } = screen.show(nowMs)
    if (cursor === undefined || nowMs < WARM_UP_MS) continue
    watched.addPointer(cursor)
    user.step(nowMs, cursor)
    const isLate = nowMs - watched.startMs > GIVE_UP_MS
    const clickedAt = clicks[0]
    if (clickedAt === undefined && !isLate) continue
    trials.push(watched.end(clickedAt, nowMs))
    const from = at(targets, trials.length - 1)
    const target = at(targets, trials.length)
    const upcoming = at(targets, trials.length + 1)
    user.next({ target, upcoming, widthPx: condition.widthPx }, clickedAt)
    watched = watchPointing(from, target, condition.widthPx, nowMs)
  }
  return pointingTestSummary(trials.slice(PRACTICE), condition)
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

const at = (targets: readonly ScreenPoint[], index: number): ScreenPoint => {
  const target = targets[index % targets.length]
  if (target === undefined) throw new Error('tapping test: expected targets')
  return target
}

import type { ScreenPoint } from '../../../core/geometry/point.ts'
import {
  TAPPING_TARGETS,
  pointingTargets,
  watchPointing,
  type PointingCondition,
  type PointingTrial,
  type PointingWatch,
} from '../../../core/tuning/pointing-test.ts'

/** One circle of targets, tapped by a person. The first tap only says where the first way begins. */
export interface PointingRound {
  readonly condition: PointingCondition
  readonly targets: readonly ScreenPoint[]
  /** Of the target that is to be tapped now; undefined when the round is over. */
  current(): number | undefined
  addPointer(pointer: ScreenPoint, atMs: number): void
  click(at: ScreenPoint, atMs: number): void
  readonly trials: readonly PointingTrial[]
}

/** A target not tapped for so long is a miss, or one who stopped could never be told from one who is slow. */
const GIVE_UP_MS = 30_000

export function createPointingRound(
  condition: PointingCondition,
  centre: ScreenPoint,
): PointingRound {
  const targets = pointingTargets(condition, centre)
  const trials: PointingTrial[] = []
  let watch: PointingWatch | undefined
  const targetAt = (index: number): ScreenPoint => {
    const target = targets[index % TAPPING_TARGETS]
    if (!target) throw new Error(`createPointingRound: there is no target ${index}`)
    return target
  }
  const watchNext = (nowMs: number): void => {
    const from = targetAt(trials.length)
    watch = watchPointing(from, targetAt(trials.length + 1), condition.widthPx, nowMs)
  }
  const end = (at: ScreenPoint | undefined, nowMs: number): void => {
    if (!watch || nowMs <= watch.startMs) return
    trials.push(watch.end(at, nowMs))
    watchNext(nowMs)
  }
  const isOver = (): boolean => trials.length >= TAPPING_TARGETS
  return {
    condition,
    targets,
    trials,
    current() {
      if (isOver()) return undefined
      return (watch ? trials.length + 1 : 0) % TAPPING_TARGETS
    },
    addPointer(pointer, atMs) {
      if (isOver()) return
      if (watch && atMs - watch.startMs > GIVE_UP_MS) end(undefined, atMs)
      watch?.addPointer(pointer)
    },
    click(at, atMs) {
      if (isOver()) return
      if (watch) {
        watch.addPointer(at)
        end(at, atMs)
        return
      }
      const first = targetAt(0)
      // Beside the first target nothing begins.
      if (Math.hypot(at.x - first.x, at.y - first.y) <= condition.widthPx / 2) watchNext(atMs)
    },
  }
}

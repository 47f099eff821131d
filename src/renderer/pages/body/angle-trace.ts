import type { AngleName } from '../../../core/body/angle-definitions.ts'
import type { JointAngle } from '../../../core/body/joint-angles.ts'

/** The last seconds of every angle, for plots. */
export interface AngleTrace {
  /** Frame time; one that does not go on starts over. */
  add(atMs: number, angles: readonly JointAngle[]): void
  /** Seconds before the newest, then the degrees of each name; none where an angle could not be seen. */
  series(names: readonly AngleName[]): readonly [ageS: number[], ...degrees: (number | null)[][]]
}

/** What one looks back on, of 30 results a second at most. */
const KEPT_MS = 15_000
/** Below it an angle is a guess, and a gap in the plot. */
const SEEN = 0.5

interface Moment {
  readonly atMs: number
  readonly degrees: ReadonlyMap<AngleName, number>
}

export function createAngleTrace(): AngleTrace {
  let moments: Moment[] = []
  return {
    add: (atMs, angles) => {
      const last = moments.at(-1)
      if (last !== undefined && atMs <= last.atMs) moments = []
      const seen = angles.filter(({ confidence }) => confidence >= SEEN)
      moments.push({ atMs, degrees: new Map(seen.map(({ name, degrees }) => [name, degrees])) })
      const isOutOfTrace = (moment: Moment): boolean => moment.atMs < atMs - KEPT_MS
      if (moments[0] !== undefined && isOutOfTrace(moments[0])) {
        moments = moments.slice(moments.findIndex((moment) => !isOutOfTrace(moment)))
      }
    },
    series: (names) => {
      const newestMs = moments.at(-1)?.atMs ?? 0
      return [
        moments.map(({ atMs }) => (atMs - newestMs) / 1000),
        ...names.map((name) => moments.map(({ degrees }) => degrees.get(name) ?? null)),
      ]
    },
  }
}

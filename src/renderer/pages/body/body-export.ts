import { ANGLE_MEANS } from '../../../core/body/angle-definitions.ts'

/** One person in one picture. Landmarks and angles, never pixels. */
export interface RecordedPerson {
  readonly person: number
  /** 33 × x, y of the picture (0..1, not mirrored), z in picture widths. */
  readonly landmarks: readonly (readonly number[])[]
  /** 33 × x, y, z in metres from the hips. */
  readonly world: readonly (readonly number[])[]
  readonly visibility: readonly number[]
  readonly angles: Readonly<Record<string, number>>
  readonly pose: string
  readonly squats: number
}

export interface RecordedMoment {
  /** Milliseconds since the recording began. */
  readonly atMs: number
  readonly people: readonly RecordedPerson[]
}

const HEADER = { beckon: 'bodies', version: 1, angles: ANGLE_MEANS }

/** A line that says what the numbers mean, then a line for each picture. */
export const asJsonLines = (moments: readonly RecordedMoment[]): string =>
  [HEADER, ...moments].map((line) => `${JSON.stringify(line)}\n`).join('')

export const asJson = (moments: readonly RecordedMoment[]): string =>
  JSON.stringify({ ...HEADER, moments })

/** The angles as a table: a row for each person in each picture. */
export function asCsv(moments: readonly RecordedMoment[]): string {
  const names = Object.keys(ANGLE_MEANS)
  const rows = moments.flatMap(({ atMs, people }) =>
    people.map(({ person, angles, pose, squats }) => [
      ...[atMs, person, pose, squats],
      ...names.map((name) => angles[name] ?? ''),
    ]),
  )
  return [['time_ms', 'person', 'pose', 'squats', ...names], ...rows]
    .map((row) => `${row.join(',')}\n`)
    .join('')
}

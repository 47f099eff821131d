import type { PointingCondition, PointingTestFigures } from './pointing-test.ts'

/** A test as it is exported. */
export interface PointingRecord {
  readonly takenAtEpochMs: number
  readonly settings: Readonly<Record<string, string | number | boolean>>
  readonly conditions: readonly {
    readonly condition: PointingCondition
    readonly figures: PointingTestFigures
  }[]
}

const FIGURES = [
  'throughputBitsPerS',
  'errorRatio',
  'movementMs',
  'reentries',
  'difficultyBits',
  'effectiveWidthPx',
  'trials',
] as const

/** RFC 4180: one line per test and condition; a column for every setting that any of the tests has. Times in UTC. */
export function pointingTestsCsv(records: readonly PointingRecord[]): string {
  const names = [...new Set(records.flatMap(({ settings }) => Object.keys(settings)))].sort()
  const head = ['takenAt', 'distancePx', 'widthPx', ...FIGURES, ...names]
  const lines = records.flatMap(({ takenAtEpochMs, settings, conditions }) =>
    conditions.map(({ condition, figures }) => [
      new Date(takenAtEpochMs).toISOString(),
      condition.distancePx,
      condition.widthPx,
      ...FIGURES.map((name) => figures[name]),
      ...names.map((name) => settings[name] ?? ''),
    ]),
  )
  return [head, ...lines].map((line) => `${line.map(csvCell).join(',')}\r\n`).join('')
}

/** Spreadsheets run what begins like a formula: such text is led in by an apostrophe. */
function csvCell(value: string | number | boolean): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

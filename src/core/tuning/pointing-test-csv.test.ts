import { expect, it } from 'vitest'
import { pointingTestsCsv } from './pointing-test-csv.ts'
import type { PointingTestFigures } from './pointing-test.ts'

const figures: PointingTestFigures = {
  throughputBitsPerS: 2.5,
  difficultyBits: 3,
  effectiveWidthPx: 40,
  errorRatio: 0.04,
  movementMs: 1200,
  reentries: 0.5,
  trials: 26,
}
const condition = { distancePx: 600, widthPx: 48 }

it('has a line per test and condition, and a column for every setting of any test', () => {
  const text = pointingTestsCsv([
    { takenAtEpochMs: 0, settings: { project: 'a' }, conditions: [{ condition, figures }] },
    { takenAtEpochMs: 1, settings: { beta: 4 }, conditions: [{ condition, figures }] },
  ])
  expect(text.split('\r\n')).toEqual([
    'takenAt,distancePx,widthPx,throughputBitsPerS,errorRatio,movementMs,reentries,difficultyBits,effectiveWidthPx,trials,beta,project',
    '1970-01-01T00:00:00.000Z,600,48,2.5,0.04,1200,0.5,3,40,26,,a',
    '1970-01-01T00:00:00.001Z,600,48,2.5,0.04,1200,0.5,3,40,26,4,',
    '',
  ])
})

it('quotes what would break a line, and lets no text become a formula', () => {
  const text = pointingTestsCsv([
    {
      takenAtEpochMs: 0,
      settings: { name: 'a "b", c', camera: '=HYPERLINK(1)' },
      conditions: [{ condition, figures }],
    },
  ])
  expect(text).toContain(`26,'=HYPERLINK(1),"a ""b"", c"`)
})

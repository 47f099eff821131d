import { expect, test } from 'vitest'
import { asCsv, asJson, asJsonLines, type RecordedMoment } from './body-export.ts'

const moments: readonly RecordedMoment[] = [
  {
    atMs: 0,
    people: [
      {
        ...{ person: 2, landmarks: [[0.1, 0.2, 0]], world: [[0, 0, 0]], visibility: [1] },
        ...{ angles: { 'left.knee': 12.5 }, pose: 'squat', squats: 3 },
      },
    ],
  },
  { atMs: 40, people: [] },
]

test('a table has a row for each person in each picture and a column for each angle', () => {
  const [names = '', ...rows] = asCsv(moments).trim().split('\n')
  expect(names).toMatch(/^time_ms,person,pose,squats,left.elbow,.*,trunkForward$/)
  const column = names.split(',').indexOf('left.knee')
  expect(rows.map((row) => row.split(',')[column])).toEqual(['12.5'])
  expect(rows[0]?.startsWith('0,2,squat,3,')).toBe(true)
})

test('lines: what the numbers mean, then each picture, also one without anybody', () => {
  const lines = asJsonLines(moments)
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(lines[0]).toMatchObject({ beckon: 'bodies', version: 1 })
  expect(lines.slice(1)).toEqual(moments)
})

test('one value holds the same', () => {
  expect(JSON.parse(asJson(moments))).toMatchObject({ beckon: 'bodies', moments })
})

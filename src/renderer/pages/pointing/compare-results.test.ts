import { expect, test } from 'vitest'
import type { PointingTestResult } from '../../../contract/channels/pointing-test-channels.ts'
import { compareBySettings } from './compare-results.ts'

const result = (
  id: string,
  throughputBitsPerS: number,
  settings: PointingTestResult['settings'],
): PointingTestResult => ({
  id,
  takenAtEpochMs: 0,
  settings,
  conditions: [],
  overall: { throughputBitsPerS, errorRatio: 0.1, movementMs: 900, reentries: 0.2 },
})

test('groups tests by their settings and names only what differs, the best first', () => {
  const rows = compareBySettings([
    result('a', 1, { gain: 2, tracker: 'native' }),
    result('b', 3, { tracker: 'native', gain: 3 }),
    result('c', 2, { tracker: 'native', gain: 2 }),
  ])
  expect(
    rows.map(({ differences, tests, throughputBitsPerS }) => [
      differences,
      tests,
      throughputBitsPerS,
    ]),
  ).toEqual([
    [[['gain', '3']], 1, 3],
    [[['gain', '2']], 2, 1.5],
  ])
})

test('names nothing where all is the same, and a setting that older tests did not know', () => {
  expect(compareBySettings([result('a', 1, { gain: 2 })])[0]?.differences).toEqual([])
  const rows = compareBySettings([
    result('a', 2, { gain: 2 }),
    result('b', 1, { gain: 2, hand: 'left' }),
  ])
  expect(rows.map(({ differences }) => differences)).toEqual([[['hand', '–']], [['hand', 'left']]])
})

test('compares part by part what is kept as one text', () => {
  const dwell = (dwellMs: number): string => JSON.stringify({ click: 'left', dwellMs })
  const rows = compareBySettings([
    result('a', 2, { 'pointer.dwell': dwell(900) }),
    result('b', 1, { 'pointer.dwell': dwell(1250) }),
  ])
  expect(rows.map(({ differences }) => differences)).toEqual([
    [['pointer.dwell.dwellMs', '900']],
    [['pointer.dwell.dwellMs', '1250']],
  ])
})

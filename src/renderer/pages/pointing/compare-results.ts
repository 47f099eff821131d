import type { PointingTestResult } from '../../../contract/channels/pointing-test-channels.ts'

/** Tests that were taken under the same settings, as one line to compare with others. */
export interface ComparedSettings {
  /** Only what is not the same in all of them; empty where there is nothing to compare. */
  readonly differences: readonly (readonly [name: string, value: string])[]
  readonly tests: number
  readonly throughputBitsPerS: number
  readonly errorRatio: number
  readonly movementMs: number
  readonly reentries: number
}

/** Best throughput first. */
export function compareBySettings(taken: readonly PointingTestResult[]): ComparedSettings[] {
  const results = taken.map((result) => ({ ...result, settings: flatSettings(result.settings) }))
  const groups = new Map<string, PointingTestResult[]>()
  for (const result of results) {
    const key = JSON.stringify(Object.entries(result.settings).toSorted())
    groups.set(key, [...(groups.get(key) ?? []), result])
  }
  const differing = differingNames(results)
  return [...groups.values()]
    .map((group) => comparedSettings(group, differing))
    .toSorted((a, b) => b.throughputBitsPerS - a.throughputBitsPerS)
}

type Settings = PointingTestResult['settings']

/** Settings that are kept as one text, `{"dwellMs":1250, …}`, one by one: `pointer.dwell.dwellMs`. */
function flatSettings(settings: Settings): Settings {
  const parts = Object.entries(settings).flatMap(([name, value]) =>
    typeof value === 'string' && value.startsWith('{')
      ? Object.entries(asSettings(value)).map(([part, one]) => [`${name}.${part}`, one])
      : [[name, value]],
  )
  return Object.fromEntries(parts)
}

// Written by the host from settings that it had checked.
const asSettings = (text: string): Settings => JSON.parse(text) as Settings

function differingNames(results: readonly PointingTestResult[]): readonly string[] {
  const names = new Set(results.flatMap(({ settings }) => Object.keys(settings)))
  return [...names].filter(
    (name) => new Set(results.map(({ settings }) => settings[name])).size > 1,
  )
}

function comparedSettings(
  group: readonly PointingTestResult[],
  differing: readonly string[],
): ComparedSettings {
  const mean = (of: (overall: PointingTestResult['overall']) => number): number =>
    group.reduce((sum, { overall }) => sum + of(overall), 0) / group.length
  const settings = group[0]?.settings ?? {}
  return {
    differences: differing.map((name) => [name, String(settings[name] ?? '–')]),
    tests: group.length,
    throughputBitsPerS: mean(({ throughputBitsPerS }) => throughputBitsPerS),
    errorRatio: mean(({ errorRatio }) => errorRatio),
    movementMs: mean(({ movementMs }) => movementMs),
    reentries: mean(({ reentries }) => reentries),
  }
}

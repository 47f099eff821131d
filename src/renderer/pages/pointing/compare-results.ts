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
export function compareBySettings(results: readonly PointingTestResult[]): ComparedSettings[] {
  const groups = new Map<string, PointingTestResult[]>()
  for (const result of results) {
    const key = JSON.stringify(Object.entries(result.settings).toSorted())
    groups.set(key, [...(groups.get(key) ?? []), result])
  }
  const differing = differingNames(results)
  return [...groups.values()]
    .map((group) => compared(group, differing))
    .toSorted((a, b) => b.throughputBitsPerS - a.throughputBitsPerS)
}

function differingNames(results: readonly PointingTestResult[]): readonly string[] {
  const names = new Set(results.flatMap(({ settings }) => Object.keys(settings)))
  return [...names].filter(
    (name) => new Set(results.map(({ settings }) => settings[name])).size > 1,
  )
}

function compared(
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

import { dirname } from 'node:path/posix'
import { BARS, type HouseFigure } from './bars.ts'
import { functionLengths } from './function-lines.ts'
import { lineCount, type SourceFile } from './source-file.ts'

export interface Survey {
  readonly figures: Readonly<Record<HouseFigure, number>>
  /** By name, whatever is over its bar: the longest function of a house that is in order is not here. */
  readonly offenders: readonly string[]
}

/** Measures the house. `circles` and `exceptions` are what the walls say of it. */
export function survey(
  files: readonly SourceFile[],
  circles: readonly string[],
  exceptions: readonly string[],
): Survey {
  const folders = foldersOf(files)
  const flat = files.filter(({ path }) => dirname(path) === 'src/main').map(({ path }) => path)
  const lines = files.map((file) => ({ where: file.path, size: lineCount(file) }))
  const functions = files
    .flatMap(functionLengths)
    .map(({ where, lines: size }) => ({ where, size }))
  const sizes = lines.map(({ size }) => size).toSorted((a, b) => a - b)
  return {
    figures: {
      largestFolder: largest(folders),
      flatInMain: flat.length,
      medianLines: quantile(sizes, 0.5),
      p90Lines: quantile(sizes, 0.9),
      maxLines: largest(lines),
      maxFunctionLines: largest(functions),
      circles: circles.length,
      exceptions: exceptions.length,
    },
    offenders: [
      ...over(folders, BARS.largestFolder.atMost, 'source files'),
      ...flat.map((path) => `${path} lies flat`),
      ...over(lines, BARS.maxLines.atMost, 'lines'),
      ...over(functions, BARS.maxFunctionLines.atMost, 'lines'),
      ...circles.map((ring) => `${ring}: a ring`),
      ...exceptions.map((exception) => `${exception}: past the wall`),
    ],
  }
}

interface Sized {
  readonly where: string
  readonly size: number
}

/** Its own files; those of the folders within count there. */
function foldersOf(files: readonly SourceFile[]): readonly Sized[] {
  const counts = new Map<string, number>()
  for (const { path } of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  return [...counts].map(([where, size]) => ({ where, size }))
}

const largest = (things: readonly Sized[]): number => Math.max(0, ...things.map(({ size }) => size))

/** The least value that this share of all does not exceed; 0 of none. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.ceil(share * sorted.length) - 1] ?? 0

const over = (things: readonly Sized[], atMost: number, unit: string): readonly string[] =>
  things
    .filter(({ size }) => size > atMost)
    .toSorted((a, b) => b.size - a.size)
    .map(({ where, size }) => `${where}: ${size} ${unit}`)

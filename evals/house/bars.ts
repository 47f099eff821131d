/** What is measured of the house, in the names under which it is printed. */
export type HouseFigure =
  | 'largestFolder'
  | 'flatInMain'
  | 'medianLines'
  | 'p90Lines'
  | 'maxLines'
  | 'maxFunctionLines'
  | 'circles'
  | 'exceptions'

export interface Bar {
  readonly what: string
  /** As much as there may be. */
  readonly atMost: number
}

export const BARS: Readonly<Record<HouseFigure, Bar>> = {
  largestFolder: { what: 'source files in the fullest folder', atMost: 45 },
  flatInMain: { what: 'source files that lie flat in src/main', atMost: 0 },
  medianLines: { what: 'lines of a file, median', atMost: 60 },
  p90Lines: { what: 'lines of a file, nine of ten within', atMost: 135 },
  maxLines: { what: 'lines of the longest file', atMost: 300 },
  maxFunctionLines: { what: 'lines of the longest function', atMost: 50 },
  circles: { what: 'rings of files that import one another', atMost: 0 },
  exceptions: { what: 'imports past a rule between rooms', atMost: 0 },
}

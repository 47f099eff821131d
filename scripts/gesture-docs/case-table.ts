/** The table of cases at the head of a state machine's file: its columns, and a row for each case. */
export interface CaseTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Reads it from the comment that says "The cases". A file without one is a fault of whoever asked. */
export function caseTableIn(path: string, source: string): CaseTable {
  const lines = source.split('\n')
  const start = lines.findIndex((line) => /[Tt]he cases\b/.test(line))
  const first = lines.findIndex((line, at) => at > start && isRow(line))
  if (start < 0 || first < 0) throw new Error(`caseTableIn: ${path} has no table of cases`)
  const length = lines.slice(first).findIndex((line) => !isRow(line))
  const [columns = [], ...rows] = lines.slice(first, first + length).map(cellsOf)
  const odd = rows.find((row) => row.length !== columns.length)
  if (odd) throw new Error(`caseTableIn: ${path}: "${odd.join(' | ')}" has other columns`)
  return { columns, rows }
}

const isRow = (line: string): boolean => line.startsWith(' * |')

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(' * |'.length)
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => cell.trim())

/** As Markdown has it. */
export const markdownTable = ({ columns, rows }: CaseTable): string =>
  [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

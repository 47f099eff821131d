import type { CaseTable } from './case-table.ts'

/**
 * A state machine as a picture, in Mermaid's words, drawn from its table of cases: the first column is the state that it is in,
 * the last one the state that follows, by itself or with what else happens behind a colon. What leaves a state as it is, is
 * not drawn. A table that tells of something else than states cannot be drawn, and throws.
 */
export function statePicture({ columns, rows }: CaseTable): string {
  const edges = rows.map((row) => ({
    from: row[0] ?? '',
    label: labelOf(columns, row),
    to: stateIn(row.at(-1) ?? ''),
  }))
  const states = [...new Set(edges.flatMap(({ from, to }) => [from, to]))]
  const odd = states.find((state) => !/^[–\p{L}]+$/u.test(state))
  if (odd !== undefined) throw new Error(`statePicture: "${odd}" is no state`)
  const id = (state: string): string => `s${states.indexOf(state)}`
  return [
    '```mermaid',
    'stateDiagram-v2',
    '    direction LR',
    ...states.map((state) => `    state "${state}" as ${id(state)}`),
    ...edges
      .filter(({ from, to }) => from !== to)
      .map(({ from, label, to }) => `    ${id(from)} --> ${id(to)} : ${label}`),
    '```',
  ].join('\n')
}

const stateIn = (then: string): string => then.split(':')[0] ?? ''

/** What is between the two states; a column between them that says `any` says nothing. */
const labelOf = (columns: readonly string[], row: readonly string[]): string =>
  row
    .slice(1, columns.length - 1)
    .filter((cell) => cell !== 'any')
    .map(escaped)
    .join(', ')

/** These end a label in Mermaid, or begin something else. */
const escaped = (text: string): string =>
  text.replaceAll('`', '').replaceAll(/[:;#"<>{}]/g, (sign) => `#${sign.charCodeAt(0)};`)

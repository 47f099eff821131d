import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { caseTableIn, markdownTable } from './case-table.ts'
import { gesturesPage } from './gestures-page.ts'
import { MACHINES } from './machines.ts'
import { statePicture } from './state-picture.ts'

const ROOT = join(import.meta.dirname, '../..')

describe('docs/gestures.md', () => {
  it('says what the code says (npm run docs)', () => {
    expect(readFileSync(join(ROOT, 'docs/gestures.md'), 'utf8')).toBe(gesturesPage(ROOT))
  })

  it('has every classifier that has a table of cases', () => {
    const withTable = globSync('src/core/{classifier,gesture}/**/*.ts', { cwd: ROOT })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /^ \* \|/m.test(readFileSync(join(ROOT, path), 'utf8')))
    const known = MACHINES.map(({ path }) => path)
    expect(withTable.filter((path) => !known.includes(path))).toEqual([])
  })
})

const source = `import { a } from './a.ts'

/**
 * A door. The cases:
 *
 * | door | what happens   | then              |
 * | open | a push: gentle | shut              |
 * | open | a look         | open: as it is    |
 * | shut | the handle     | open: it creaks   |
 */
export interface Door {}
`

describe('a table of cases', () => {
  it('is read from the head of a file, and is a table of Markdown', () => {
    expect(markdownTable(caseTableIn('door.ts', source))).toBe(`| door | what happens | then |
| --- | --- | --- |
| open | a push: gentle | shut |
| open | a look | open: as it is |
| shut | the handle | open: it creaks |`)
  })

  it('is drawn by the states that follow, but for what stays as it is', () => {
    expect(statePicture(caseTableIn('door.ts', source))).toBe(`\`\`\`mermaid
stateDiagram-v2
    direction LR
    state "open" as s0
    state "shut" as s1
    s0 --> s1 : a push#58; gentle
    s1 --> s0 : the handle
\`\`\``)
  })

  it('is a fault where it is missing, uneven, or tells of no states', () => {
    expect(() => caseTableIn('a.ts', 'const a = 1')).toThrow('a.ts has no table')
    const uneven = source.replace('| a look         |', '|')
    expect(() => caseTableIn('door.ts', uneven)).toThrow('other columns')
    const told = source.replace('shut              |', 'it falls shut     |')
    expect(() => statePicture(caseTableIn('door.ts', told))).toThrow('"it falls shut" is no state')
  })
})

import { describe, expect, it } from 'vitest'
import { functionLengths } from './function-lines.ts'
import type { SourceFile } from './source-file.ts'
import { survey } from './survey.ts'
import { circlesIn, exceptionsIn, type Cruise } from './walls.ts'

const file = (path: string, lines: number): SourceFile => ({
  path,
  text: 'const a = 1\n'.repeat(lines),
})

describe('the house', () => {
  it('is measured by folders, files and functions', () => {
    const long: SourceFile = {
      path: 'src/main/flat.ts',
      text: `function long() {\n${'  a()\n'.repeat(60)}}\n`,
    }
    const files = [
      ...Array.from({ length: 9 }, (_, at) => file(`src/core/a/${at}.ts`, at + 1)),
      long,
    ]
    expect(survey(files, ['a.ts → b.ts'], [])).toEqual({
      figures: {
        largestFolder: 9,
        flatInMain: 1,
        medianLines: 5,
        p90Lines: 9,
        maxLines: 62,
        maxFunctionLines: 62,
        circles: 1,
        exceptions: 0,
      },
      offenders: [
        'src/main/flat.ts lies flat',
        'src/main/flat.ts:1 long: 62 lines',
        'a.ts → b.ts: a ring',
      ],
    })
  })

  it('names files that are too long and folders that are too full', () => {
    const files = Array.from({ length: 46 }, (_, at) =>
      file(`src/core/${at}.ts`, at === 3 ? 301 : 1),
    )
    expect(survey(files, [], []).offenders).toEqual([
      'src/core: 46 source files',
      'src/core/3.ts: 301 lines',
    ])
  })
})

describe('functions', () => {
  it('are measured without their doc comment, and by the name that they are given', () => {
    const text = `/**\n * Says a.\n */\nexport const say = () => {\n  a()\n}\nclass A {\n  constructor() {\n    b()\n  }\n}\n`
    expect(functionLengths({ path: 'a.ts', text })).toEqual([
      { where: 'a.ts:4 say', lines: 3 },
      { where: 'a.ts:8 constructor', lines: 3 },
    ])
  })

  it('of a component stand at the lines of its file', () => {
    const text = `<script module>\n  const a = () => {\n  }\n</script>\n\n<script lang="ts">\n  function b(): void {\n  }\n</script>\n\n<p>{#if a < b}c{/if}</p>\n`
    expect(functionLengths({ path: 'A.svelte', text })).toEqual([
      { where: 'A.svelte:2 a', lines: 2 },
      { where: 'A.svelte:7 b', lines: 2 },
    ])
  })
})

describe('walls', () => {
  const cruised = (allowed: string): Cruise => ({
    violations: [
      { rule: { name: 'no-cycles' }, cycle: [{ name: 'a.ts' }, { name: 'b.ts' }] },
      { rule: { name: 'no-cycles' }, cycle: [{ name: 'b.ts' }, { name: 'a.ts' }] },
      { rule: { name: 'no-orphans' } },
    ],
    ruleSetUsed: {
      forbidden: [{ name: 'server-imports-only', to: { pathNot: `^src/(${allowed})(/|[.]ts$)` } }],
    },
  })

  it('say each ring once', () => {
    expect(circlesIn(cruised('server'))).toEqual(['b.ts → a.ts'])
  })

  it('have an exception where a part of a room is let through', () => {
    expect(exceptionsIn(cruised('server|core'))).toEqual([])
    expect(exceptionsIn(cruised('server|main/data-dir'))).toEqual(['server: main/data-dir'])
  })

  it('are not passed unseen when their names change', () => {
    const cruise: Cruise = { violations: [], ruleSetUsed: { forbidden: [] } }
    expect(() => exceptionsIn(cruise)).toThrow('no rule')
  })
})

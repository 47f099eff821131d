import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dirname } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { filesNamedIn, headingsIn, linksIn, type Reference } from './references.ts'

const ROOT = join(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const pathsOf = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'))
const pages = pathsOf('{*,docs/**/*,resources/**/*,test/**/*}.md')

const isThere = ({ path }: Reference): boolean =>
  ['', '.ts', '.svelte.ts', '.svelte'].some((ending) => existsSync(join(ROOT, path + ending)))

describe('the pages for people', () => {
  it('have links that lead somewhere', () => {
    const dead = pages.flatMap((page) =>
      linksIn(read(page), dirname(page))
        .filter((link) => !leads(link, page))
        .map(({ text }) => `${page}: ${text}`),
    )
    expect(pages.length).toBeGreaterThan(10)
    expect(dead).toEqual([])
  })

  it('have no link with a bracket too many', () => {
    expect(pages.filter((page) => read(page).includes(']]('))).toEqual([])
  })

  it('name files and folders that are there', () => {
    const missing = pages.flatMap((page) =>
      filesNamedIn(read(page))
        .filter((named) => !isThere(named))
        .map(({ text }) => `${page}: ${text}`),
    )
    expect(missing).toEqual([])
  })

  it('are where the code says that they are', () => {
    const missing = pathsOf('{src,test,scripts,evals,bench}/**/*.{ts,mjs,svelte}').flatMap((path) =>
      [...read(path).matchAll(/\bdocs\/[\w/-]+\.md\b/g)]
        .filter(([page]) => !existsSync(join(ROOT, page)))
        .map(([page]) => `${path}: ${page}`),
    )
    expect(missing).toEqual([])
  })

  it('show every picture that git keeps', () => {
    const kept = [...read('.gitignore').matchAll(/^!(docs\/pages\/.+\.png)$/gm)].map(
      ([, path]) => path,
    )
    const shown = pages.flatMap((page) =>
      linksIn(read(page), dirname(page)).map((link) => link.path),
    )
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.filter((path) => path === undefined || !shown.includes(path))).toEqual([])
  })

  it('leave README short', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(181)
  })

  it('tell of every action that a project file may have', () => {
    const told = read('docs/projects.md')
    const kinds = actionKinds()
    expect(kinds.length).toBeGreaterThan(10)
    expect(kinds.filter((kind) => !told.includes(`\`${kind}\``))).toEqual([])
  })
})

/** As the published form has them: of actions, and of what an axis drives. */
function actionKinds(): readonly string[] {
  const { properties } = JSON.parse(read('resources/project.schema.json'))
  const bindings = JSON.stringify(properties.bindings)
  return [...bindings.matchAll(/"kind":\{[^{}]*"const":"([^"]+)"/g)].map(([, kind = '']) => kind)
}

function leads(link: Reference, page: string): boolean {
  const path = link.path === '' ? page : link.path
  if (!existsSync(join(ROOT, path))) return false
  return link.heading === undefined || headingsIn(read(path)).includes(link.heading)
}

describe('the test of pages', () => {
  it('sees links and files, but not what is fenced, elsewhere or to be filled in', () => {
    const page = [
      '# A `name`, and more',
      '[a](../src/a.ts#part) [b](https://example.org/b.md) ![c](c.png)',
      '```\n[d](d.md) `src/d.ts`\n```',
      '`core/body`, `src/core/body.ts`, `src/core/NAME.ts`, `src/pages/*/page.ts`, `pinch.index`, `src/{a,b}`',
    ].join('\n')
    expect(linksIn(page, 'docs')).toEqual([
      { text: '../src/a.ts#part', path: 'src/a.ts', heading: 'part' },
      { text: 'c.png', path: 'docs/c.png', heading: undefined },
    ])
    expect(filesNamedIn(page).map(({ path }) => path)).toEqual([
      'src/core/body',
      'src/core/body.ts',
    ])
    expect(headingsIn(page)).toEqual(['a-name-and-more'])
  })
})

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
/** What stays on its side when the writing turns round. */
const PHYSICAL =
  /(?:^|[\s;{])((?:(?:margin|padding|border)-(?:left|right)[\w-]*|left|right|float|clear)\s*:|text-align\s*:\s*(?:left|right))/

const stylesOf = (path: string, source: string): string => {
  if (path.endsWith('.css')) return source
  const [before = '', style = ''] =
    /^([^]*?<style[^>]*>)([^]*?)<\/style>/.exec(source)?.slice(1) ?? []
  return before.replaceAll(/[^\n]/g, '') + style
}

it('styles name start and end, not left and right, so that the page can be read from the right', () => {
  const found = globSync('src/renderer/**/*.{svelte,css}', { cwd: ROOT }).flatMap((path) =>
    stylesOf(path, readFileSync(join(ROOT, path), 'utf8'))
      .split('\n')
      .flatMap((line, index) =>
        PHYSICAL.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
      ),
  )
  expect(found).toEqual([])
})

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { noticesOf, standardTexts, textsOf } from './notices.mjs'
import { shippedPackages } from './shipped.mjs'

const ROOT = join(import.meta.dirname, '../..')
const shipped = shippedPackages(ROOT)
const names = new Set(shipped.map(({ name }: { name: string }) => name))

it('lists every package that a source of ours imports', () => {
  const imports = globSync('src/**/*.{ts,svelte,css}', { cwd: ROOT })
    .filter((path) => !path.includes('.test.'))
    .flatMap((path) => [
      ...readFileSync(join(ROOT, path), 'utf8').matchAll(
        /(?:from|import|import\() ?'((?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9.-]*)(?:\/[^']*)?'/g,
      ),
    ])
    .map(([, name = '']) => name)
  const missing = [...new Set(imports)].filter((name) => !names.has(name))

  expect(missing).toEqual([])
})

it('names the parts under the LGPL, and brings the words of both licenses', () => {
  const text = noticesOf(ROOT, shipped)

  expect(text).toMatch(/^@img\/sharp-libvips-linux-x64 \S+: LGPL-3\.0-or-later/m)
  expect(text).toMatch(/^libuiohook \(inside uiohook-napi\).*: LGPL-3\.0-or-later/m)
  expect(text).toContain('GNU LESSER GENERAL PUBLIC LICENSE')
  expect(text).toMatch(/GNU GENERAL PUBLIC LICENSE\s+Version 3/)
})

it('has words for every license', () => {
  const standard = standardTexts(ROOT)
  const wordless = shipped.filter((one: object) => textsOf(one, standard).length === 0)

  expect(
    wordless.map(({ name, license }: { name: string; license: string }) => `${name}: ${license}`),
  ).toEqual([])
})

it('brings font, icons and what runs in the browser', () => {
  expect(
    ['@fontsource-variable/inter', '@lucide/svelte', '@mediapipe/tasks-vision'].every((name) =>
      names.has(name),
    ),
  ).toBe(true)
})

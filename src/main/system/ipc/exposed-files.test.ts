import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createExposedFiles } from './exposed-files.ts'

function fileOf(name: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'beckon-exposed-'))
  onTestFinished(() => {
    rmSync(dir, { recursive: true })
  })
  writeFileSync(join(dir, name), 'film')
  return join(dir, name)
}

test('an address is good until it is taken back', async () => {
  const files = createExposedFiles({})
  const revoked = new AbortController()
  const path = fileOf('a.mp4')
  const address = files.expose({ kind: 'on-disk', path, until: revoked.signal })
  const forever = files.expose(path)
  expect(await files.find(address)).toMatchObject({ path })
  revoked.abort()
  expect(await files.find(address)).toBeUndefined()
  expect(await files.find(forever)).toMatchObject({ path })
})

test('a name that holds half a character has an address, too', async () => {
  const files = createExposedFiles({})
  const made = async function* () {}
  const address = files.expose({
    kind: 'made',
    type: 'text/csv',
    downloadAs: 'a\ud800.csv',
    make: made,
  })
  expect(address).toMatch(/a%EF%BF%BD\.csv$/)
  expect(await files.find(address)).toBeDefined()
})

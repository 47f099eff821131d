import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { until } from '../../support/until.ts'
import { watchFolder } from '../../../src/main/system/storage/watch-folder.ts'

let parent: string
let folder: string
let changes: number
let stop: () => void
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'beckon-watch-'))
  folder = join(parent, 'projects')
  changes = 0
})
afterEach(() => {
  stop()
  rmSync(parent, { recursive: true })
})

const watchIt = (): void => {
  stop = watchFolder(folder, () => (changes += 1))
}
/** The folder is noticed to be there, and then what is written into it. */
async function goesOn(): Promise<void> {
  for (const write of [() => undefined, () => writeFileSync(join(folder, 'two.json'), '{}')]) {
    const before = changes
    write()
    await until('the change to be noticed', () => changes > before)
  }
}

it('tells once of a file that is written in several steps', async () => {
  mkdirSync(folder)
  watchIt()
  for (const text of ['a', 'ab', 'abc']) writeFileSync(join(folder, 'one.json'), text)
  await until('the change to be noticed', () => changes > 0)
  expect(changes).toBe(1)
})

it('goes on in a folder that was moved away and is made anew', async () => {
  mkdirSync(folder)
  watchIt()
  renameSync(folder, join(parent, 'elsewhere'))
  await until('the loss to be noticed', () => changes > 0)
  mkdirSync(folder)
  await goesOn()
})

it('waits for a folder that is not there yet', async () => {
  watchIt()
  mkdirSync(folder)
  await goesOn()
})

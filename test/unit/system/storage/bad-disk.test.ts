import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStores, stamped, stampOf, type Stores } from '../../../support/stores.ts'
import { inEnglish } from '../../../../src/core/sentence/sentence.ts'
import { inWords } from '../../../support/in-words.ts'

/* Real file systems of our own, small or without permission to write; making one needs root. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mountWorks()

function mountWorks(): boolean {
  return spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-disk-'))
  if (canMount) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder])
})
afterEach(async () => {
  if (canMount) execFileSync('umount', [folder])
  await rm(folder, { recursive: true })
})

/** One project that fills some blocks, saved. */
async function withProject(): Promise<Stores> {
  const stores = await openStores(folder)
  await stores.editor.create('Tested')
  await stores.editor.create('Other')
  expect(await save(stores, 1)).toMatchObject({ ok: true, value: { kind: 'saved' } })
  expect(await stores.settings.change({ theme: 'dark' })).toMatchObject({ ok: true })
  return stores
}
function save({ editor }: Stores, number: number): ReturnType<Stores['editor']['save']> {
  const read = editor.read('tested')
  if (!read.ok) throw new Error(inEnglish(read.problem.message))
  return editor.save(stamped(read.value.project, number), read.value.revision)
}
async function expectAllWhole(): Promise<void> {
  const { settings, store } = await openStores(folder)
  store.close()
  expect([settings.problems(), store.problems()]).toEqual([[], []])
  expect(settings.current().theme).toBe('dark')
  const project = store.get('tested')
  expect(project && stampOf(project)).toBe(1)
}

describe.skipIf(!canMount)('a disk that is full (needs root on Linux)', () => {
  it('is said in words; what was saved stays whole, and saving works again when there is room', async () => {
    const stores = await withProject()
    const filler = join(folder, 'filler')
    await writeFile(filler, Buffer.alloc(1024 * 1024)).catch(() => undefined)
    expect(inWords(await save(stores, 2))).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('the disk is full') },
    })
    const theme = 'light'
    const changed = await stores.settings.change({ theme, language: 'x'.repeat(8000) })
    expect(inWords(changed)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('the disk is full') },
    })
    expect(stores.settings.current().theme).toBe('light')
    await expectAllWhole()
    expect((await readdir(folder)).toSorted()).toEqual([
      'filler',
      'project-trust.json',
      'projects',
      'settings.json',
    ])
    await rm(filler)
    expect(await save(stores, 3)).toMatchObject({ ok: true, value: { kind: 'saved' } })
    stores.store.close()
  })
})

describe.skipIf(!canMount)('a folder that can only be read (needs root on Linux)', () => {
  it('is said in words, at the first change and not before, and all that was there goes on', async () => {
    const before = await withProject()
    before.store.close()
    execFileSync('mount', ['-o', 'remount,ro', folder])
    await expectAllWhole()
    const stores = await openStores(folder)
    for (const attempt of [
      await save(stores, 2),
      await stores.editor.create('New'),
      await stores.editor.remove('tested'),
      await stores.settings.change({ theme: 'light' }),
    ]) {
      const message = expect.stringContaining('the folder can only be read')
      expect(inWords(attempt)).toMatchObject({ ok: false, problem: { message } })
    }
    stores.store.close()
    await expectAllWhole()
  })
})

describe('a file of which nothing is left', () => {
  it.each([
    ['zeros', '\0'.repeat(4096)],
    ['no bytes', ''],
  ])('but %s is kept, said, and what goes with it goes on', async (_what, left) => {
    const before = await withProject()
    before.store.close()
    await writeFile(join(folder, 'settings.json'), left)
    await writeFile(join(folder, 'projects', 'tested.json'), left)
    const { settings, store } = await openStores(folder)
    store.close()
    expect(inWords(settings.problems()[0]?.message)).toContain('settings.broken-1.json')
    expect(await readFile(join(folder, 'settings.broken-1.json'), 'utf8')).toBe(left)
    expect(inWords(store.problems()[0]?.message)).toContain('tested.json, line 1: ')
    expect(await readFile(join(folder, 'projects', 'tested.json'), 'utf8')).toBe(left)
    const project = store.get('tested')
    expect(project && stampOf(project)).toBe(1)
  })

  it('that could not be read is not written over by the next choice', async () => {
    const path = join(folder, 'settings.json')
    await mkdir(join(path, 'what was there'), { recursive: true })
    const { settings, store } = await openStores(folder)
    store.close()
    expect(await settings.change({ theme: 'dark' })).toMatchObject({ ok: true })
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ theme: 'dark' })
    expect(await readdir(join(folder, 'settings.broken-1.json'))).toEqual(['what was there'])
  })

  it('because it is a folder is said', async () => {
    await mkdir(join(folder, 'settings.json'))
    await mkdir(join(folder, 'projects', 'odd.json'), { recursive: true })
    const { settings, store } = await openStores(folder)
    store.close()
    expect(settings.problems()).toHaveLength(1)
    expect(inWords(store.problems()[0]?.message)).toContain('odd.json, cannot be read')
  })
})

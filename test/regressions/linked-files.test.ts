import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { watchFolder } from '../../src/main/system/storage/watch-folder.ts'
import { writeAtomically } from '../../src/main/system/storage/write-atomically.ts'

// Windows lets only administrators make symbolic links.
describe.skipIf(process.platform === 'win32')('people who keep their settings elsewhere', () => {
  let root = ''
  const at = (...names: string[]): string => join(root, ...names)
  const isLink = (path: string): boolean => lstatSync(path).isSymbolicLink()
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'beckon-links-'))
    for (const folder of ['beckon', 'dotfiles', 'other']) mkdirSync(at(folder))
  })
  afterEach(() => {
    rmSync(root, { recursive: true })
  })

  describe('writing', () => {
    test.each([
      ['relative', () => '../dotfiles/settings.json'],
      ['absolute', () => at('dotfiles', 'settings.json')],
    ])('goes through a link, %s, which stays', async (_, target) => {
      writeFileSync(at('dotfiles', 'settings.json'), 'old')
      symlinkSync(target(), at('beckon', 'settings.json'))
      await writeAtomically(at('beckon', 'settings.json'), 'new')
      expect(isLink(at('beckon', 'settings.json'))).toBe(true)
      expect(readFileSync(at('dotfiles', 'settings.json'), 'utf8')).toBe('new')
    })

    test('goes through a link to a link', async () => {
      writeFileSync(at('other', 'real.json'), 'old')
      symlinkSync('../other/real.json', at('dotfiles', 'settings.json'))
      symlinkSync('../dotfiles/settings.json', at('beckon', 'settings.json'))
      await writeAtomically(at('beckon', 'settings.json'), 'new')
      expect(readFileSync(at('other', 'real.json'), 'utf8')).toBe('new')
      expect(readlinkSync(at('dotfiles', 'settings.json'))).toBe('../other/real.json')
    })

    test('makes the file that a link leads to when there is none yet', async () => {
      symlinkSync('../dotfiles/settings.json', at('beckon', 'settings.json'))
      await writeAtomically(at('beckon', 'settings.json'), 'new')
      expect(isLink(at('beckon', 'settings.json'))).toBe(true)
      expect(readFileSync(at('dotfiles', 'settings.json'), 'utf8')).toBe('new')
    })

    test('says that links which lead to each other lead nowhere, and replaces neither', async () => {
      symlinkSync('b.json', at('beckon', 'a.json'))
      symlinkSync('a.json', at('beckon', 'b.json'))
      await expect(writeAtomically(at('beckon', 'a.json'), 'new')).rejects.toThrow('ELOOP')
      expect(isLink(at('beckon', 'a.json'))).toBe(true)
    })
  })

  describe('a change is noticed', () => {
    let stop: () => void = () => undefined
    let changes = 0
    beforeEach(() => {
      changes = 0
      writeFileSync(at('dotfiles', 'mine.json'), 'old')
    })
    afterEach(() => {
      stop()
    })
    const watchProjects = (folder: string): void => {
      stop = watchFolder(folder, () => (changes += 1))
    }
    const toBeNoticed = () => expect.poll(() => changes, { timeout: 10_000 }).toBeGreaterThan(0)

    test('in the file that a link leads to', async () => {
      symlinkSync('../dotfiles/mine.json', at('beckon', 'mine.json'))
      watchProjects(at('beckon'))
      writeFileSync(at('dotfiles', 'mine.json'), 'newer')
      await toBeNoticed()
    })

    test('when an editor puts another file in its place', async () => {
      symlinkSync('../dotfiles/mine.json', at('beckon', 'mine.json'))
      watchProjects(at('beckon'))
      writeFileSync(at('dotfiles', 'draft'), 'old')
      renameSync(at('dotfiles', 'draft'), at('dotfiles', 'mine.json'))
      await toBeNoticed()
    })

    test('when what a link leads to is gone', async () => {
      symlinkSync('../dotfiles/mine.json', at('beckon', 'mine.json'))
      watchProjects(at('beckon'))
      rmSync(at('dotfiles', 'mine.json'))
      await toBeNoticed()
    })

    test('when the folder itself is a link and is pointed elsewhere, and in the new one', async () => {
      symlinkSync('dotfiles', at('projects'))
      watchProjects(at('projects'))
      rmSync(at('projects'))
      symlinkSync('other', at('projects'))
      await toBeNoticed()
      // Once the watcher has gone over to the new folder, what is written there is heard of at once.
      await expect
        .poll(
          async () => {
            changes = 0
            writeFileSync(at('other', 'new.json'), String(Math.random()))
            await new Promise((resolve) => setTimeout(resolve, 400))
            return changes
          },
          { timeout: 15_000 },
        )
        .toBeGreaterThan(0)
    }, 30_000)
  })
})

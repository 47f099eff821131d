import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { projectSchema } from '../../src/contract/project-file/project-schema.ts'
import { MOST_PROJECT_FILES } from '../../src/main/features/projects/project-folder.ts'
import { parseProject } from '../../src/main/features/projects/parse-project.ts'
import { inEnglish } from '../../src/core/sentence/sentence.ts'
import { openStores } from '../support/stores.ts'
import { appStage, type AppStage } from '../support/app-stage.ts'
import { shippedProject } from '../support/hand/stage.ts'

/**
 * Six kilobytes of brackets ended the app, and kept it from starting; a pipe called `x.json` made the start wait for ever.
 */
const DEEP = '['.repeat(6000)

let folder: string
let stage: AppStage | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-hostile-'))
  await mkdir(join(folder, 'projects'))
})
afterEach(async () => {
  await stage?.close()
  stage = undefined
  await rm(folder, { recursive: true })
})

const put = (name: string, text: string | Buffer): Promise<void> =>
  writeFile(join(folder, 'projects', name), text)
const open = async (): Promise<AppStage> => (stage = await appStage({ folder }))
/** What is said of files, without their folder. */
const said = (): readonly string[] =>
  (stage?.app.stateStore.current().problems ?? []).map(({ message }) => inEnglish(message))
const good = { ...shippedProject('media'), id: 'good', name: 'Good' }

describe('a start', () => {
  it.each<[string, string, RegExp]>([
    ['brackets', DEEP, /^x\.json, line 1: it is nested deeper than 32 levels$/],
    ['objects', '{"a":'.repeat(6000), /line 1: it is nested deeper than 32 levels/],
    ['brackets in comments', `/* ${'['.repeat(50)} "*/ {`, /^x\.json, line 1: /],
    ['brackets behind a comment', `// "\n${'[\n'.repeat(40)}`, /line 34: it is nested deeper/],
    ['too much', ' '.repeat(257 * 1024), /^x\.json, cannot be read: it is larger than 256 KB$/],
    ['another encoding', 'UTF16', /cannot be read: it is not in UTF-8/],
  ])('goes well with a project file of %s, which is named', async (_what, text, message) => {
    await put('x.json', text === 'UTF16' ? Buffer.from([0xff, 0xfe, 0x7b]) : text)
    await put('good.json', JSON.stringify({ ...good, switching: undefined }))
    await open()
    expect(said()).toEqual([expect.stringMatching(message)])
    expect(stage?.told('projects')?.map(({ id }) => id)).toContain('good')
  })

  it.skipIf(process.platform === 'win32')(
    'goes well with pipes, folders, devices and links that lead nowhere',
    async () => {
      execFileSync('mkfifo', [join(folder, 'projects', 'pipe.json')])
      await mkdir(join(folder, 'projects', 'folder.json'))
      await symlink('/dev/zero', join(folder, 'projects', 'zero.json'))
      await symlink('nowhere', join(folder, 'projects', 'link.json'))
      await symlink('ring.json', join(folder, 'projects', 'ring.json'))
      for (const kept of ['settings', 'shadow', 'calibrations', 'project-trust']) {
        execFileSync('mkfifo', [join(folder, `${kept}.json`)])
      }
      await mkdir(join(folder, 'projects', '.deleted'))
      execFileSync('mkfifo', [join(folder, 'projects', '.deleted', 'x.json')])
      await mkdir(join(folder, 'projects', '.last-good'))
      execFileSync('mkfifo', [join(folder, 'projects', '.last-good', 'pipe.json')])
      const { store, settings } = await openStores(folder)
      store.close()
      expect(store.problems().map(({ message }) => inEnglish(message))).toEqual([
        'folder.json, cannot be read: it is no ordinary file',
        'link.json, cannot be read: it is not there',
        'pipe.json, cannot be read: it is no ordinary file',
        expect.stringMatching(/^ring\.json, cannot be read: ELOOP/),
        'zero.json, cannot be read: it is no ordinary file',
      ])
      expect(settings.problems()).toHaveLength(1)
      await open()
      expect(await stage?.request('readDeletedProjects', {})).toMatchObject({ ok: true })
    },
  )

  it('reads so many files, and says so of more', { timeout: 30_000 }, async () => {
    const names = Array.from({ length: MOST_PROJECT_FILES + 40 }, (_, index) => `n${index}.json`)
    await Promise.all(names.map((name) => put(name, '[')))
    const { store } = await openStores(folder)
    store.close()
    const said = store.problems().map(({ message }) => inEnglish(message))
    expect(said).toHaveLength(21)
    expect(said[0]).toMatch(/^projects, it holds more than 500 project files/)
    expect(said.at(-1)).toBe('There is something wrong with 481 more project files.')
  })

  it.skipIf(process.platform === 'win32')(
    'shows names of files without what they would do to a terminal',
    async () => {
      await put('a\u001b[2J\u202e.json', '{}')
      await open()
      expect(said().join()).toContain(String.raw`a\u{1b}[2J\u{202e}.json`)
      expect(said().join()).not.toContain('\u001b')
    },
  )
})

describe('while the app runs', () => {
  it('such a file is named, and the last good version of it goes on', async () => {
    await put('good.json', JSON.stringify({ ...good, switching: undefined }))
    await open()
    await put('good.json', DEEP)
    // As the watch of the folder does, in its turn.
    await stage?.request('saveProject', { project: good, revision: '' })
    expect(said()).toEqual(['good.json, line 1: it is nested deeper than 32 levels'])
    expect(stage?.told('projects')?.map(({ id }) => id)).toContain('good')
  })

  it('it is refused as an import', async () => {
    await open()
    const imported = await stage?.request('importProject', { fileName: 'x.json', text: DEEP })
    expect(imported).toMatchObject({ ok: false })
  })
})

// Each of ten thousand faults was looked for in the text anew, which took minutes.
it('ten thousand faults in a file are not all described', () => {
  const schema = projectSchema(() => true)
  const fields = Array.from({ length: 10_000 }, (_, at) => `"f${at}":1`).join()
  const classifiers = Object.fromEntries(Array.from({ length: 9000 }, (_, at) => [`c${at}`, {}]))
  for (const text of [
    `{${fields}}`,
    JSON.stringify({ ...good, bindings: Array.from({ length: 60_000 }, () => 1) }),
    JSON.stringify({ ...good, classifiers }),
  ]) {
    const parsed = parseProject(text, 'good', schema)
    expect(parsed.ok).toBe(false)
    expect(!parsed.ok && parsed.problems.length).toBeLessThanOrEqual(5)
  }
})

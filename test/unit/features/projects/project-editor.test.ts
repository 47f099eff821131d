import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '../../../../src/contract/boundary/result.ts'
import type { Project } from '../../../../src/core/project/project.ts'
import { knownKeys } from '../../../../src/main/system/output/input/key-names.ts'
import { inEnglish, verbatim } from '../../../../src/core/sentence/sentence.ts'
import {
  createProjectEditor,
  type ProjectEditor,
} from '../../../../src/main/features/projects/project-editor.ts'
import {
  openProjects,
  type ProjectStore,
} from '../../../../src/main/features/projects/project-store.ts'
import {
  openProjectTrust,
  type ProjectTrust,
} from '../../../../src/main/features/projects/project-trust.ts'
import { openSettings } from '../../../../src/main/system/storage/settings-store.ts'
import { inWords } from '../../../support/in-words.ts'
import { until } from '../../../support/until.ts'

const SHIPPED = join(import.meta.dirname, '../../../../resources/projects')
const isKey = (name: string): boolean => knownKeys.has(name)

let folder: string
let userDir: string
let store: ProjectStore
let editor: ProjectEditor
let trust: ProjectTrust

const open = async (): Promise<void> => {
  const settings = await openSettings(join(folder, 'data'))
  trust = await openProjectTrust({ dataDir: join(folder, 'data'), userDir, isKey })
  store = await openProjects({ shippedDir: join(folder, 'shipped'), userDir, isKey, trust })
  settings.follow((chosen) => store.arrange(chosen))
  editor = createProjectEditor({ store, userDir, isKey, settings, trust })
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-editor-'))
  userDir = join(folder, 'data', 'projects')
  for (const name of ['desktop.json', 'presentation.json']) {
    await cp(join(SHIPPED, name), join(folder, 'shipped', name))
  }
  await open()
})
afterEach(async () => {
  store.close()
  await rm(folder, { recursive: true })
})

const names = (): string[] => store.list().map(({ name }) => name)
function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(inEnglish(result.problem.message))
  return result.value
}
const message = (result: Result<unknown>): string =>
  result.ok ? 'went well' : inEnglish(result.problem.message)
const ownFile = (id: string): Promise<string> => readFile(join(userDir, `${id}.json`), 'utf8')
/** The project with this binding more, as an editor would send it. */
const withMedia = ({ project }: { project: Project }): Project => ({
  ...project,
  bindings: [
    ...project.bindings,
    {
      gesture: 'pose.victory',
      hand: 'either',
      trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
      companions: [],
      action: { kind: 'media', command: 'next' },
    } as Project['bindings'][number],
  ],
})

describe('a new project', () => {
  it('is on disk under a name of its own, points, and binds nothing', async () => {
    const { id } = value(await editor.create('My desk / 👋'))
    expect(id).toBe('my-desk')
    expect(names()).toEqual(['Desktop', 'Presentation', 'My desk / 👋'])
    expect(value(editor.read(id))).toMatchObject({ origin: 'own', inactive: [] })
    expect(JSON.parse(await ownFile(id))).toMatchObject({ id, bindings: [] })
  })

  it('of a name that is taken, by copy or by hand, gets a number', async () => {
    expect(value(await editor.create('desktop'))).toEqual({ id: 'desktop-2' })
    expect(value(await editor.duplicate('desktop'))).toEqual({ id: 'desktop-3' })
    expect(names()).toEqual(['Desktop', 'Presentation', 'desktop 2', 'Desktop 3'])
    expect(store.get('desktop-3')?.bindings).toEqual(store.get('desktop')?.bindings)
  })

  it.each(['', '  ', 'x'.repeat(300)])(
    'is not made under the name %j, and it is said why',
    async (name) => {
      expect(message(await editor.create(name))).toMatch(/name/)
      expect(await readdir(userDir)).toEqual([])
    },
  )
})

describe('a change', () => {
  it('of a shipped project makes a version of the user’s, which can be reset and brought back', async () => {
    const read = value(editor.read('desktop'))
    const saved = value(await editor.save(withMedia(read), read.revision))
    expect(saved).toMatchObject({ kind: 'saved', inactive: [] })
    expect(value(editor.read('desktop')).origin).toBe('changed')
    const { undo } = value(await editor.reset('desktop'))
    expect(value(editor.read('desktop'))).toEqual(read)
    value(await editor.undo(undo))
    expect(store.get('desktop')?.bindings).toHaveLength(read.project.bindings.length + 1)
    expect(message(await editor.undo(undo))).toMatch(/no longer/)
  })

  it('that is based on an older state is not written, and shows what is there now', async () => {
    const { id } = value(await editor.create('Mine'))
    const [first, second] = [value(editor.read(id)), value(editor.read(id))]
    value(await editor.save(withMedia(first), first.revision))
    const late = value(await editor.save({ ...second.project, about: 'late' }, second.revision))
    expect(late).toMatchObject({ kind: 'conflict', now: { project: withMedia(first) } })
    expect(store.get(id)).toEqual(withMedia(first))
  })

  it('made at once in two windows wins in one of them only', async () => {
    const { id } = value(await editor.create('Mine'))
    const { project, revision } = value(editor.read(id))
    const saves = ['one', 'two'].map((about) => editor.save({ ...project, about }, revision))
    const kinds = (await Promise.all(saves)).map((saved) => value(saved).kind)
    expect(kinds).toEqual(['saved', 'conflict'])
    expect(store.get(id)?.about).toBe('one')
  })

  it('sees what a text editor wrote a moment ago, though nobody has told of it', async () => {
    const { id } = value(await editor.create('Mine'))
    const { project, revision } = value(editor.read(id))
    await writeFile(join(userDir, `${id}.json`), JSON.stringify({ ...project, about: 'by hand' }))
    const saved = value(await editor.save({ ...project, about: 'by window' }, revision))
    expect(saved).toMatchObject({ kind: 'conflict', now: { project: { about: 'by hand' } } })
  })

  it('keeps the comments that people wrote into the file', async () => {
    const { id } = value(await editor.create('Mine'))
    const text = (await ownFile(id)).replace('"bindings"', '// my gestures\n  "bindings"')
    await writeFile(join(userDir, `${id}.json`), text)
    await store.read()
    const read = value(editor.read(id))
    value(await editor.save({ ...read.project, about: 'For work' }, read.revision))
    expect(await ownFile(id)).toContain('// my gestures')
    expect(store.get(id)?.about).toBe('For work')
  })

  it('that makes no project is refused by path, and nothing is written', async () => {
    const { project, revision } = value(editor.read('desktop'))
    const wrong = { ...project, name: ' ', pointer: { ...project.pointer, hand: 'third' } }
    expect(value(await editor.save(wrong, revision))).toMatchObject({
      kind: 'refused',
      problems: [{ path: ['pointer', 'hand'] }],
    })
    const taken = { ...project, name: 'presentation' }
    expect(inWords(value(await editor.save(taken, revision)))).toMatchObject({
      kind: 'refused',
      problems: [{ path: ['name'], message: expect.stringContaining('already') }],
    })
    expect(await readdir(userDir)).toEqual([])
  })

  it('of a project whose file is broken keeps the broken file aside', async () => {
    const { id } = value(await editor.create('Mine'))
    await writeFile(join(userDir, `${id}.json`), '{ "half": ')
    await until('the problem', () => store.problems().length > 0)
    value(await editor.rename(id, 'Yours'))
    expect(store.get(id)?.name).toBe('Yours')
    expect(store.problems()).toEqual([])
    expect(await readFile(join(userDir, `${id}.broken-1.json`), 'utf8')).toBe('{ "half": ')
  })

  it('of the name leaves the file where it is; a taken name is refused', async () => {
    const { id } = value(await editor.create('Mine'))
    value(await editor.rename(id, ' Yours '))
    expect([store.get(id)?.name, id]).toEqual(['Yours', 'mine'])
    expect(message(await editor.rename(id, 'DESKTOP'))).toMatch(/already/)
  })
})

describe('the list', () => {
  it('has the user’s order, also after a restart', async () => {
    value(await editor.create('Zebra'))
    value(await editor.move('zebra', 0))
    value(await editor.move('desktop', 99))
    expect(names()).toEqual(['Zebra', 'Presentation', 'Desktop'])
    store.close()
    await open()
    expect(names()).toEqual(['Zebra', 'Presentation', 'Desktop'])
  })

  it('loses what is deleted, shipped or not, and gets it back in its place', async () => {
    value(await editor.create('Middle'))
    value(await editor.move('middle', 1))
    const own = value(await editor.remove('middle'))
    const shipped = value(await editor.remove('desktop'))
    expect(names()).toEqual(['Presentation'])
    expect(message(await editor.remove('presentation'))).toMatch(/last project/)
    expect(value(await editor.undo(own.undo))).toEqual({ id: 'middle' })
    expect(value(await editor.undo(shipped.undo))).toEqual({ id: 'desktop' })
    expect(names()).toEqual(['Desktop', 'Middle', 'Presentation'])
  })

  it('offers what was deleted after a restart, too, the user’s as it was last', async () => {
    const { id } = value(await editor.create('Mine'))
    value(await editor.rename(id, 'My own'))
    value(await editor.remove(id))
    value(await editor.remove('presentation'))
    store.close()
    await open()
    const { projects } = value(await editor.deleted())
    expect(projects.map(({ name }) => name).toSorted()).toEqual(['My own', 'Presentation'])
    for (const { id: deleted } of projects) value(await editor.restore(deleted))
    expect(names().toSorted()).toEqual(['Desktop', 'My own', 'Presentation'])
    expect(value(await editor.deleted())).toEqual({ projects: [] })
    expect(message(await editor.restore('nothing'))).toBe('This project is no longer there.')
  })

  it('shows a deleted shipped project again once people write a file of it', async () => {
    value(await editor.remove('presentation'))
    const shipped = await readFile(join(folder, 'shipped', 'presentation.json'), 'utf8')
    await writeFile(join(userDir, 'presentation.json'), shipped)
    await until('the file to be read', () => names().includes('Presentation'))
  })

  it('loses nothing when a deletion cannot be remembered', async () => {
    const { id } = value(await editor.create('Mine'))
    const full = { ok: false, problem: { message: verbatim('The disk is full.') } } as const
    const settings = {
      current: () => ({ projectOrder: [], hiddenProjects: [] }),
      change: () => Promise.resolve(full),
    }
    const unlucky = createProjectEditor({ store, userDir, isKey, settings, trust })
    expect(message(await unlucky.remove(id))).toBe('The disk is full.')
    expect(names()).toContain('Mine')
  })

  it('brings back what was in force while a deleted file was broken', async () => {
    const { id } = value(await editor.create('Mine'))
    await writeFile(join(userDir, `${id}.json`), '{ broken')
    await until('the fault to be seen', () => store.entry(id)?.problem !== undefined)
    const { undo } = value(await editor.remove(id))
    value(await editor.undo(undo))
    store.close()
    await open()
    expect(names()).toContain('Mine')
  })

  it('keeps a deleted shipped project away over a restart', async () => {
    value(await editor.remove('desktop'))
    store.close()
    await open()
    expect(names()).toEqual(['Presentation'])
    expect(message(editor.read('desktop'))).toMatch(/no longer there/)
  })
})

describe('an import', () => {
  it('of an export is the same project under a free name', async () => {
    const { fileName, text } = value(editor.exportText('desktop'))
    expect(fileName).toBe('desktop.json')
    const imported = value(await editor.importText(fileName, text))
    expect(imported).toEqual({ id: 'desktop-2', name: 'Desktop 2', inactive: [], withheldCount: 0 })
    const { id, name } = imported
    expect(store.get(id)).toEqual({ ...store.get('desktop'), id, name })
  })

  it('that binds to a gesture that does not exist keeps it, marked and inactive', async () => {
    const { text } = value(editor.exportText('desktop'))
    const strange = text.replace('"pinch.middle"', '"telepathy.left"')
    const { id, inactive } = value(await editor.importText('strange.json', strange))
    expect(inWords(inactive)).toEqual([
      { index: 1, reason: expect.stringContaining('telepathy.left') },
    ])
    expect(value(editor.read(id)).inactive).toEqual(inactive)
    expect(store.get(id)?.bindings[1]?.gesture).toBe('telepathy.left')
    expect(store.problems()[0]).toMatchObject({ severity: 'low' })
  })

  it.each([
    ['no JSON', () => 'MZ\u0090 not json', /odd\.json, line 1: /],
    ['zeros', () => '\0'.repeat(4096), /odd\.json, line 1: /],
    ['nothing', () => '', /odd\.json, line 1: /],
    [
      'a newer version',
      (text: string) => text.replace('"version": 1', '"version": 9'),
      /line 2: .*version 9.*newer/,
    ],
    ['a long name', (text: string) => text.replace('"Desktop"', `"${'x'.repeat(300)}"`), /"name"/],
    ['too much', (text: string) => text + ' '.repeat(300_000), /too large/],
  ])('of %s is refused in words', async (_what, spoil, words) => {
    const { text } = value(editor.exportText('desktop'))
    expect(message(await editor.importText('odd.json', spoil(text)))).toMatch(words)
    expect(await readdir(userDir)).toEqual([])
  })
})

it('a folder that is none is said in words, and the shipped projects go on', async () => {
  store.close()
  await rm(userDir, { recursive: true, force: true })
  await writeFile(userDir, 'a file')
  await open()
  expect(names()).toEqual(['Desktop', 'Presentation'])
  expect(message(await editor.create('New'))).toMatch(/“New” could not be saved/)
})

import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { knownKeys } from '../../../../src/main/system/output/input/key-names.ts'
import {
  openProjects,
  type ProjectStore,
} from '../../../../src/main/features/projects/project-store.ts'
import { inWords } from '../../../support/in-words.ts'
import { until } from '../../../support/until.ts'

const SHIPPED = join(import.meta.dirname, '../../../../resources/projects')

let folder: string
let userDir: string
let store: ProjectStore
let changes: string[][]
/** The shipped Desktop project as a text to change. */
let desktop: string

const open = async (): Promise<void> => {
  store = await openProjects({
    shippedDir: join(folder, 'shipped'),
    userDir,
    isKey: (name) => knownKeys.has(name),
    trust: { answerOf: () => undefined },
  })
  changes = []
  store.onChange(({ changedIds }) => changes.push([...changedIds]))
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-projects-'))
  userDir = join(folder, 'data', 'projects')
  await cp(SHIPPED, join(folder, 'shipped'), { recursive: true })
  desktop = await readFile(join(SHIPPED, 'desktop.json'), 'utf8')
  await open()
})
afterEach(async () => {
  store.close()
  await rm(folder, { recursive: true })
})

const named = (text: string, name: string): string =>
  text.replace(/"name": "[^"]*"/, `"name": "${name}"`)

describe('the projects', () => {
  it('that ship are all well', () => {
    expect(store.problems()).toEqual([])
    expect(store.summaries().map(({ name }) => name)).toEqual([
      ...['Accessibility', 'Browser', 'Desktop', 'Drawing'],
      ...['Media', 'Presentation', 'Reading', 'Spelling', 'Video call'],
    ])
    expect(store.get('desktop')?.version).toBe(1)
    expect(store.get('nothing')).toBeUndefined()
  })

  it('of the user stand in for shipped ones of the same id, until they are removed', async () => {
    const own = join(userDir, 'desktop.json')
    await writeFile(own, named(desktop, 'My desktop'))
    await until('the new file', () => store.get('desktop')?.name === 'My desktop')
    expect(store.summaries()).toHaveLength(9)
    await rm(own)
    await until('the shipped one', () => store.get('desktop')?.name === 'Desktop')
    expect(changes).toEqual([['desktop'], ['desktop']])
  })

  it('are picked up when an editor replaces the file', async () => {
    const own = join(userDir, 'desktop.json')
    await writeFile(own, named(desktop, 'First'))
    await until('the first', () => store.get('desktop')?.name === 'First')
    await writeFile(join(userDir, '.draft'), named(desktop, 'Second'))
    await rename(join(userDir, '.draft'), own)
    await until('the second', () => store.get('desktop')?.name === 'Second')
  })

  it('may hold comments and trailing commas', async () => {
    await writeFile(
      join(userDir, 'desktop.json'),
      named(desktop, 'Commented')
        .replace('{', '{ // mine')
        .replace(/\]\s*\}\s*$/, '],}'),
    )
    await until('the file', () => store.get('desktop')?.name === 'Commented')
    expect(store.problems()).toEqual([])
  })
})

describe('a broken project file', () => {
  const lineOf = (text: string, what: string): number =>
    text.slice(0, text.indexOf(what)).split('\n').length

  const cases: [string, (text: string) => string, RegExp, string][] = [
    [
      'a missing comma',
      (text) => text.replace('"version": 1,', '"version": 1'),
      /comma expected/,
      '"id"',
    ],
    [
      'a number as text',
      (text) => text.replace(/"dwellMs": \d+/, '"dwellMs": "soon"'),
      /"dwellMs": expected number, received string/,
      '"dwellMs"',
    ],
    [
      'an unknown field',
      (text) => text.replace('"pointer":', '"colour": "teal",\n"pointer":'),
      /"colour" is not known here/,
      '"colour"',
    ],
    [
      'a key that does not exist',
      (text) =>
        text.replace('"action": {', '"action": {\n"kind": "key.chord", "keys": ["hyper"]}, "x": {'),
      /there is no key called "hyper"/,
      '"hyper"',
    ],
    [
      'an action that does not exist',
      (text) => text.replace('"kind": "pointer.button"', '"kind": "pointer.wiggle"'),
      /"kind"/,
      'pointer.wiggle',
    ],
    [
      'another id than its name',
      (text) => text.replace('"id": "desktop"', '"id": "desk"'),
      /"id" must be "desktop"/,
      '"id"',
    ],
    [
      'a later version',
      (text) => text.replace('"version": 1', '"version": 2'),
      /version 1/,
      '"version"',
    ],
    ['nothing in it', () => '', /./, ''],
  ]
  it.each(cases)(
    'with %s is named by file and line, and the last good one holds',
    async (_name, spoil, reason, at) => {
      const own = join(userDir, 'desktop.json')
      await writeFile(own, named(desktop, 'Good'))
      await until('the good file', () => store.get('desktop')?.name === 'Good')
      const spoilt = spoil(named(desktop, 'Good'))
      await writeFile(own, spoilt)
      await until('the problem', () => store.problems().length > 0)
      const message = inWords(store.problems()[0]?.message)
      expect(message).toMatch(reason)
      expect(message).toMatch(
        new RegExp(`^desktop\\.json, line ${at === '' ? 1 : lineOf(spoilt, at)}: `),
      )
      expect(store.get('desktop')?.name).toBe('Good')
      await writeFile(own, named(desktop, 'Mended'))
      await until('the mended file', () => store.get('desktop')?.name === 'Mended')
      expect(store.problems()).toEqual([])
    },
  )

  it('that was broken before the start leaves the shipped one in force', async () => {
    store.close()
    await writeFile(join(userDir, 'desktop.json'), '{')
    await open()
    expect(store.get('desktop')?.name).toBe('Desktop')
    expect(inWords(store.problems()[0]?.message)).toContain('desktop.json, line 1: ')
  })
})

it('a binding to a gesture that does not exist is kept and named by line, and the rest goes on', async () => {
  const strange = named(desktop, 'Strange').replace('"pinch.ring"', '"pose.vulcan"')
  await writeFile(join(userDir, 'desktop.json'), strange)
  await until('the file', () => store.get('desktop')?.name === 'Strange')
  const line = strange.slice(0, strange.indexOf('pose.vulcan')).split('\n').length
  expect(inWords(store.problems()[0]?.message)).toContain(
    `desktop.json, line ${line}: gesture "pose.vulcan" is not known`,
  )
  expect(store.get('desktop')?.bindings.map(({ gesture }) => gesture)).toContain('pose.vulcan')
})

it('a file that was whole once goes on as it was then, also after a restart', async () => {
  const own = join(userDir, 'mine.json')
  await writeFile(own, named(desktop, 'Mine').replace('"id": "desktop"', '"id": "mine"'))
  await until('the file', () => store.get('mine') !== undefined)
  for (const broken of ['{', '', '\0'.repeat(2000)]) {
    store.close()
    await writeFile(own, broken)
    await open()
    expect(store.get('mine')?.name).toBe('Mine')
    expect(inWords(store.problems()[0]?.message)).toContain('mine.json, line 1: ')
    expect(await readFile(own, 'utf8')).toBe(broken)
  }
})

it('a missing folder of shipped projects is no crash', async () => {
  store.close()
  await rm(join(folder, 'shipped'), { recursive: true })
  await open()
  expect(store.list()).toEqual([])
})

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { inEnglish, verbatim, type Sentence } from '../../../core/sentence/sentence.ts'
import { openPersistedValue, type PersistedValue } from './persisted-value.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-persisted-'))
})
afterEach(() => rm(folder, { recursive: true }))

interface Note {
  readonly word: string
}
const words = {
  unread: (reason: Sentence) => verbatim(`unread: ${inEnglish(reason)}`),
  broken: (aside: string) => verbatim(`broken: ${aside}`),
  unwritten: verbatim('It was not written'),
}
const open = (indentSpaces?: number): Promise<PersistedValue<Note>> =>
  openPersistedValue<Note>({
    path: join(folder, 'inside', 'note.json'),
    schema: z.strictObject({ word: z.string() }),
    empty: { word: '' },
    words,
    ...(indentSpaces !== undefined && { indentSpaces }),
  })
const text = (): Promise<string> => readFile(join(folder, 'inside', 'note.json'), 'utf8')

test('is empty at first, in force at once, and remembered', async () => {
  const note = await open()
  expect([note.current(), note.problems()]).toEqual([{ word: '' }, []])
  const changed = note.change({ word: 'one' })
  expect(note.current()).toEqual({ word: 'one' })
  expect(await changed).toEqual({ ok: true, value: {} })
  expect(await text()).toBe('{"word":"one"}\n')
  expect((await open()).current()).toEqual({ word: 'one' })
})

test('is written in the order of changes, and settled when the last is on disk', async () => {
  const note = await open(2)
  for (const word of ['one', 'two', 'three']) void note.change({ word })
  await note.settled()
  expect(await text()).toBe('{\n  "word": "three"\n}\n')
})

test.each(['{"word":', '{"word": 3}', '', 'null'])('broken as %j it is kept aside', async (was) => {
  await mkdir(join(folder, 'inside'))
  await writeFile(join(folder, 'inside', 'note.json'), was)
  const note = await open()
  const aside = join(folder, 'inside', 'note.broken-1.json')
  const message = verbatim(`broken: ${aside}`)
  expect(note.problems()).toEqual([{ stage: 'host', severity: 'low', message }])
  expect([note.current(), await readFile(aside, 'utf8')]).toEqual([{ word: '' }, was])
})

test('where it cannot be read it is kept aside before it is written over', async () => {
  // A folder of that name: even root cannot read it as a file.
  await mkdir(join(folder, 'inside', 'note.json'), { recursive: true })
  const note = await open()
  expect(
    note
      .problems()
      .map(({ message }) => inEnglish(message))
      .join(),
  ).toMatch(/^unread: it is no ordinary file/)
  expect(await readdir(join(folder, 'inside'))).toEqual(['note.json'])
  await note.change({ word: 'one' })
  await note.change({ word: 'two' })
  expect(await readdir(join(folder, 'inside'))).toEqual(['note.broken-1.json', 'note.json'])
  expect(await text()).toBe('{"word":"two"}\n')
})

test('where it cannot be written it holds, and the reason is said', async () => {
  const note = await open()
  await writeFile(join(folder, 'inside'), '')
  const changed = await note.change({ word: 'one' })
  expect(changed.ok ? '' : inEnglish(changed.problem.message)).toMatch(/^It was not written: /)
  expect(note.current()).toEqual({ word: 'one' })
})

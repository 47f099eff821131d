import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFold } from './judge.ts'
import { DATA, UNTRUSTED } from './sources.ts'

const LOAD = join(import.meta.dirname, '../../scripts/train-letters/load.py')
const NOTES = join(DATA, 'LABEL_NOTES.csv')
const hasNotes = existsSync(NOTES)

/** Letters that are noted but right: other people show them, as they are. */
const NOTED_AND_RIGHT: Readonly<Record<string, string>> = { kishore017: 'ABC' }

/** Source to its letters in their order. */
const sorted = (letters: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(letters).map(([source, of = '']) => [source, [...of].sort().join('')]),
  )

test('training and judging distrust the same letters', () => {
  const [, block = ''] = /^UNTRUSTED = \{\n(.*?)^\}/ms.exec(readFileSync(LOAD, 'utf8')) ?? []
  const trained = [...block.matchAll(/"(\w+)": "([A-Z]+)"/g)].map(([, name, of]) => [name, of])
  expect(sorted(Object.fromEntries(trained))).toEqual(sorted(UNTRUSTED))
})

describe.skipIf(!hasNotes)(`the notes on labels (${hasNotes ? 'found' : 'not there'})`, () => {
  test('name every letter that is distrusted, and no other', () => {
    const noted: Record<string, string> = {}
    for (const line of readFileSync(NOTES, 'utf8').split('\n').slice(1)) {
      const [, name = '', letters = ''] = /^([\w*]+),"?([A-Z](?:[/,][A-Z])*)"?,/.exec(line) ?? []
      const source = name.replace(/_person\*$/, '')
      const wrong = letters.replaceAll(/[/,]/g, '').split('')
      const isRight = (letter: string): boolean =>
        NOTED_AND_RIGHT[source]?.includes(letter) === true
      if (letters !== '') {
        noted[source] = (noted[source] ?? '') + wrong.filter((one) => !isRight(one)).join('')
      }
    }
    expect(sorted(noted)).toEqual(sorted(UNTRUSTED))
  })
})

test('a source without a network that has not seen it is no source left out silently', async () => {
  await expect(openFold('nobody')).rejects.toThrow('There is no network that has not seen nobody')
})

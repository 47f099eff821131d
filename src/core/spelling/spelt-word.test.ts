import { expect, test } from 'vitest'
import type { SpellingCommand } from '../action/action.ts'
import type { Effect } from '../action/effect.ts'
import { NO_WORD, onSpellingCommand, wordAfter } from './spelt-word.ts'
import type { SpeltWord } from './spelt-word.ts'

const WORDS = ['the', 'that', 'they', 'thermal']
const text = (typed: string): Effect => ({ kind: 'key.text', text: typed })
const backspace: Effect = { kind: 'key.chord', keys: ['backspace'] }

const after = (...effects: readonly Effect[]): string =>
  effects.reduce((word: SpeltWord, effect) => wordAfter(word, effect), NO_WORD).text

const told = (word: SpeltWord, command: SpellingCommand) => onSpellingCommand(word, command, WORDS)

test.each<readonly [string, readonly Effect[], string]>([
  ['letters join', [text('t'), text('h')], 'th'],
  ['a space ends it', [text('t'), text(' '), text('a')], 'a'],
  ['a letter that is deleted is gone', [text('t'), text('h'), backspace], 't'],
  ['nothing is deleted of nothing', [backspace], ''],
  ['moving the pointer leaves it', [text('t'), { kind: 'pointer.move', to: { x: 1, y: 1 } }], 't'],
  [
    'after a click nobody knows where typing goes',
    [text('t'), { kind: 'pointer.click', button: 'left', count: 1, at: { x: 1, y: 1 } }],
    '',
  ],
  ['other keys end it', [text('t'), { kind: 'key.chord', keys: ['enter'] }], ''],
])('%s', (_what, effects, expected) => {
  expect(after(...effects)).toBe(expected)
})

test('completes to the most used word, and a space', () => {
  expect(told({ text: 'th', others: [] }, 'complete')).toEqual({
    word: NO_WORD,
    effects: [text('e ')],
  })
})

test.each(['', 'the', 'x'])('"%s" may be completed to what there is, or not at all', (begun) => {
  const { effects } = told({ text: begun, others: [] }, 'complete')
  expect(effects).toEqual(begun === 'the' ? [text('y ')] : [])
})

test('the last letter is exchanged for the next likeliest, and in the end for itself', () => {
  const first = told({ text: 'a', others: ['s', 't'] }, 'exchange')
  expect(first).toEqual({
    word: { text: 's', others: ['t', 'a'] },
    effects: [backspace, text('s')],
  })
  const third = told(told(first.word, 'exchange').word, 'exchange')
  expect(third.word).toEqual({ text: 'a', others: ['s', 't'] })
})

test('a letter of which nobody knows better is not exchanged', () => {
  expect(told({ text: 'a', others: [] }, 'exchange').effects).toEqual([])
})

test('deletes the word, letter by letter', () => {
  const dropped = told({ text: 'the', others: ['s'] }, 'drop-word')
  expect(dropped).toEqual({ word: NO_WORD, effects: [backspace, backspace, backspace] })
})

test('what is completed keeps its capitals', () => {
  expect(told({ text: 'TH', others: [] }, 'complete').effects).toEqual([text('E ')])
  expect(told({ text: 'Th', others: [] }, 'complete').effects).toEqual([text('e ')])
})

import { expect, test } from 'vitest'
import type { SpellingView } from '../../../../src/contract/channels/spelling-channels.ts'
import type { Effect } from '../../../../src/core/action/effect.ts'
import type { Letter } from '../../../../src/core/classifier/letters/letters.ts'
import { shippedProject } from '../../../support/hand/stage.ts'
import { WordComposer } from '../../../../src/main/features/letters/word-composer.ts'

function composer() {
  const views: SpellingView[] = []
  const spelling = new WordComposer({
    publish: (view) => views.push(view),
    readWords: () => Promise.resolve(['cab', 'cat', 'call']),
  })
  spelling.follow(shippedProject('spelling'))
  const send = (effect: Effect, cause: string): readonly Effect[] =>
    spelling.effectsFor({ effect, atMs: 0, cause }).map((one) => one.effect)
  return {
    spelling,
    sign: (...top: readonly [Letter, ...Letter[]]) => {
      const [signed] = top
      const ranked = top.map((letter, at) => ({ letter, score: 0.7 - 0.3 * at }))
      const seen = { label: signed, score: 0.7, top: ranked, isUnsure: false, signed }
      spelling.onReading(seen)
      send({ kind: 'key.text', text: signed.toLowerCase() }, `sign-letters.${signed}`)
    },
    command: (command: 'complete' | 'exchange' | 'drop-word') =>
      send({ kind: 'spelling', command }, 'swipe.up'),
    send,
    shown: () => views.at(-1),
    views,
  }
}

test('shows the word so far, the likeliest letters and what the word may become', async () => {
  const { sign, shown } = composer()
  // The list of words has been read.
  await Promise.resolve()
  sign('C', 'O', 'E')
  sign('A', 'S', 'T')
  expect(shown()).toEqual({
    kind: 'on',
    letters: [
      { letter: 'A', score: 0.7 },
      { letter: 'S', score: 0.4 },
      { letter: 'T', score: 0.1 },
    ],
    isUnsure: false,
    word: 'ca',
    completions: ['cab', 'cat', 'call'],
  })
})

test('a command becomes what has to be typed for it', async () => {
  const { sign, command, shown } = composer()
  await Promise.resolve()
  sign('C', 'O')
  sign('S', 'A', 'T')
  expect(command('exchange')).toEqual([
    { kind: 'key.chord', keys: ['backspace'] },
    { kind: 'key.text', text: 'a' },
  ])
  expect(command('complete')).toEqual([{ kind: 'key.text', text: 'b ' }])
  expect(shown()).toMatchObject({ word: '', completions: [] })
  expect(command('complete')).toEqual([])
})

test('what is typed by another gesture has no other letters', () => {
  const { send, command } = composer()
  send({ kind: 'key.text', text: 'a' }, 'pose.fist')
  expect(command('exchange')).toEqual([])
})

test('a word that somebody else goes on with is forgotten', () => {
  const { sign, spelling, command, shown } = composer()
  sign('C', 'O')
  spelling.forget()
  expect(command('drop-word')).toEqual([])
  expect(shown()).toMatchObject({ word: '' })
})

test('a project that reads no letters shows nothing, and what is the same is not told twice', () => {
  const { spelling, shown, views } = composer()
  spelling.follow(shippedProject('desktop'))
  spelling.follow(shippedProject('desktop'))
  expect(shown()).toEqual({ kind: 'off' })
  expect(views).toHaveLength(2)
})

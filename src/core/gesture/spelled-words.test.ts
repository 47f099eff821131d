import { describe, expect, test } from 'vitest'
import type { GestureEvent } from './gesture-event.ts'
import {
  cancelSpelled,
  NOTHING_SPELLED,
  spelledWord,
  stepSpelled,
  type SpelledWords,
} from './spelled-words.ts'

const signed = (letter: string, atMs: number, more: Partial<GestureEvent> = {}): GestureEvent => ({
  ...{ gesture: `sign-letters.${letter}`, hand: 'right', phase: 'began' },
  ...{ atMs, score: 0.8, heldMs: 0, ...more },
})

/** Letters at these times, looked at every 100 ms: what began, and when. */
function play(
  letters: Readonly<Record<number, GestureEvent>>,
  { words, areLettersBound = false }: Partial<SpelledWords> = {},
): readonly string[] {
  let state = NOTHING_SPELLED
  const heard: string[] = []
  for (let atMs = 0; atMs <= 8000; atMs += 100) {
    const letter = letters[atMs]
    const wanted = { words: words ?? ['VOL', 'TAB'], areLettersBound }
    const step = stepSpelled(state, wanted, letter === undefined ? [] : [letter], atMs)
    state = step.state
    heard.push(...step.events.map(({ gesture, phase }) => `${gesture} ${phase} ${atMs}`))
  }
  return heard
}

const spell = (word: string, everyMs = 400, fromMs = 400) =>
  Object.fromEntries(
    [...word].map((letter, at) => [fromMs + at * everyMs, signed(letter, fromMs + at * everyMs)]),
  )

describe('words that are spelled', () => {
  test('a word begins with its last letter, and ends in the next step', () => {
    expect(play(spell('VOL'))).toEqual(['spelled.VOL began 1200', 'spelled.VOL ended 1300'])
  })

  test('two words follow one another', () => {
    const heard = play({ ...spell('VOL'), ...spell('TAB', 400, 1600) })
    expect(heard.filter((line) => line.includes('began'))).toEqual([
      'spelled.VOL began 1200',
      'spelled.TAB began 2400',
    ])
  })

  test.each([
    ['a part of a longer word', spell('REVOL')],
    ['letters too far apart', spell('VOL', 3200)],
    ['another word', spell('VAL')],
    [
      'a letter that the hand brought along',
      { ...spell('OL', 400, 800), 400: signed('V', 400, { isBrought: true }) },
    ],
  ])('%s is none', (_what, letters) => {
    expect(play(letters)).toEqual([])
  })

  test('a word that may become another waits for a pause', () => {
    const words = ['VOL', 'VOLUP']
    expect(play(spell('VOL'), { words })[0]).toBe('spelled.VOL began 2100')
    expect(play(spell('VOLUP'), { words })[0]).toBe('spelled.VOLUP began 2000')
  })

  test('where letters type, what goes on is no command', () => {
    expect(play(spell('VOLT'), { areLettersBound: true })).toEqual([])
    expect(play(spell('VOL'), { areLettersBound: true })[0]).toBe('spelled.VOL began 2100')
  })

  test('what is cancelled is forgotten, and a word that has begun is cancelled once', () => {
    const wanted = { words: ['VOL'], areLettersBound: false }
    const began = Object.values(spell('VOL')).reduce(
      (state, event) => stepSpelled(state, wanted, [event], event.atMs).state,
      NOTHING_SPELLED,
    )
    const cancelled = cancelSpelled(began, 'paused', 1250)
    expect(cancelled.state).toEqual(NOTHING_SPELLED)
    expect(cancelled.events).toEqual([
      {
        ...{ gesture: 'spelled.VOL', hand: 'right', phase: 'cancelled', reason: 'paused' },
        ...{ atMs: 1250, heldMs: 50, score: 0.8 },
      },
    ])
    expect(cancelSpelled(cancelled.state, 'paused', 1300).events).toEqual([])
  })

  test('as sure as of its least sure letter', () => {
    const letters = [signed('V', 0, { score: 0.9 }), signed('O', 1, { score: 0.6 }), signed('L', 2)]
    const step = stepSpelled(
      NOTHING_SPELLED,
      { words: ['VOL'], areLettersBound: false },
      letters,
      2,
    )
    expect(step.events.map(({ score }) => score)).toEqual([0.6])
  })
})

test.each([
  ['spelled.VOL', 'VOL'],
  ['spelled.vol', undefined],
  ['spelled.V', undefined],
  ['pose.VOL', undefined],
])('the word of %s is %s', (gesture, word) => {
  expect(spelledWord(gesture)).toBe(word)
})

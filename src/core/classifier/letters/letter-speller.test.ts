import { describe, expect, test } from 'vitest'
import { NOTHING_SPELT, spell } from './letter-speller.ts'
import type { Spelling } from './letter-speller.ts'
import { LETTERS } from './letters.ts'

interface Seen {
  /** What the network says, letter by letter; the rest is none. `gone`: no hand. */
  readonly says: Readonly<Record<string, number>> | 'gone'
  readonly frames: number
  /** Where the palm is, and how far it goes in a frame, in palm lengths. */
  readonly x?: number
  readonly step?: number
  readonly areBothRaised?: boolean
}

const PALM = 0.2

/** Plays 30 frames a second. */
function play(seen: readonly Seen[]): readonly Spelling[] {
  let state = NOTHING_SPELT
  let atMs = 0
  return seen.flatMap(({ says, frames, x = 0, step = 0, areBothRaised = false }) =>
    Array.from({ length: frames }, (_, at) => {
      const palm = { centre: { x: (x + at * step) * PALM, y: 0.5 }, length: PALM }
      const input =
        says === 'gone'
          ? { atMs, probabilities: undefined, palm: undefined, areBothRaised }
          : { atMs, probabilities: output(says), palm, areBothRaised }
      const result = spell(state, input)
      state = result.state
      atMs += 1000 / 30
      return result.spelling
    }),
  )
}

function output(says: Readonly<Record<string, number>>): Float32Array {
  const values = new Float32Array(LETTERS.length + 1)
  for (const [letter, score] of Object.entries(says))
    values[LETTERS.findIndex((l) => l === letter)] = score
  values[LETTERS.length] = 1 - Object.values(says).reduce((sum, score) => sum + score, 0)
  return values
}

const word = (spelt: readonly Spelling[]): string => spelt.map(({ signed = '' }) => signed).join('')

describe('letter speller', () => {
  test('a held letter is one letter, however long', () => {
    expect(word(play([{ says: { A: 0.9 }, frames: 300 }]))).toBe('A')
  })

  test('a letter in passing is none', () => {
    const passing = [
      { says: { A: 0.9 }, frames: 3 },
      { says: {}, frames: 5 },
    ]
    expect(word(play(passing))).toBe('')
  })

  test('a movement counts that is seen for two frames, among frames of none', () => {
    const none = { says: {}, frames: 6, step: 0.1 }
    expect(word(play([none, { says: { J: 0.7 }, frames: 2 }, none]))).toBe('J')
    expect(word(play([none, { says: { J: 0.7 }, frames: 1 }, none]))).toBe('')
    expect(word(play([none, { says: { L: 0.7 }, frames: 2 }, none]))).toBe('')
  })

  test('two hands raised alike sign no letter, and lowering one does', () => {
    const shown = { says: { L: 0.9 }, frames: 15 }
    expect(word(play([{ ...shown, areBothRaised: true }]))).toBe('')
    expect(word(play([{ ...shown, areBothRaised: true }, shown]))).toBe('L')
  })

  test('what a hand that rests or trembles shows is no J, but what else it may be', () => {
    const shown = { says: { J: 0.6, A: 0.35 }, frames: 15 }
    expect(play([shown]).at(-1)?.top[0]?.letter).toBe('A')
    const trembling = Array.from({ length: 15 }, (_, at) => ({
      ...shown,
      frames: 1,
      x: 0.05 * (at % 2),
    }))
    expect(word(play(trembling))).not.toContain('J')
    expect(word(play([{ ...shown, step: 0.05 }]))).toBe('J')
  })

  test('a Z needs a hand that has gone across and back, and no farther than a hand can', () => {
    const shown = { says: { Z: 0.7 }, frames: 5, x: 0.6, step: -0.1 }
    expect(word(play([{ says: {}, frames: 7, step: 0.1 }, shown]))).toBe('Z')
    expect(word(play([{ says: {}, frames: 7, x: 1.3, step: -0.1 }, shown]))).toBe('')
    expect(
      word(
        play([
          { says: {}, frames: 6, x: 0.5 },
          { ...shown, step: 0 },
        ]),
      ),
    ).toBe('')
    expect(word(play([{ says: {}, frames: 6, x: 9 }, shown]))).toBe('')
  })

  test('letters that follow one another are spelt in turn', () => {
    const seen = ['K', 'O', 'W'].map((letter) => ({ says: { [letter]: 0.9 }, frames: 15 }))
    expect(word(play(seen))).toBe('KOW')
  })

  test('less sure for a while does not begin it again', () => {
    const seen = [
      { says: { A: 0.9 }, frames: 20 },
      { says: { A: 0.4, S: 0.3 }, frames: 20 },
      { says: { A: 0.9 }, frames: 20 },
    ]
    expect(word(play(seen))).toBe('A')
  })

  test('two letters nearly as likely are neither, and it says so', () => {
    const spelt = play([{ says: { U: 0.5, R: 0.45 }, frames: 30 }])
    expect(word(spelt)).toBe('')
    expect(spelt.at(-1)?.isUnsure).toBe(true)
    expect(
      spelt
        .at(-1)
        ?.top.map(({ letter }) => letter)
        .slice(0, 2),
    ).toEqual(['U', 'R'])
  })

  test('let go of and shown again, it is a double letter', () => {
    const shown = { says: { L: 0.9 }, frames: 15 }
    expect(word(play([shown, { says: {}, frames: 8 }, shown]))).toBe('LL')
  })

  test('slid aside and rested, it is a double letter, told apart by a gap of one frame', () => {
    const spelt = play([
      { says: { L: 0.9 }, frames: 15 },
      { says: { L: 0.9 }, frames: 7, step: 0.1 },
      { says: { L: 0.9 }, frames: 15, x: 0.7 },
    ])
    expect(word(spelt)).toBe('LL')
    const second = spelt.findLastIndex(({ signed }) => signed === 'L')
    expect(spelt.slice(second - 1, second + 2).map(({ label }) => label)).toEqual([
      'L',
      'none',
      'L',
    ])
  })

  test('a hand that drifts slowly does not double the letter', () => {
    expect(word(play([{ says: { L: 0.9 }, frames: 300, step: 0.008 }]))).toBe('L')
  })

  test('a hand that is gone for a moment goes on, one that stays away starts over', () => {
    const shown = { says: { L: 0.9 }, frames: 15 }
    expect(word(play([shown, { says: 'gone', frames: 4 }, shown]))).toBe('L')
    expect(word(play([shown, { says: 'gone', frames: 15 }, shown]))).toBe('LL')
  })
})

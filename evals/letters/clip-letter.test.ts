import { expect, test } from 'vitest'
import { LETTER_POINTS } from '../../src/core/classifier/letters/letter-points.ts'
import { LETTERS, type Letter } from '../../src/core/classifier/letters/letters.ts'
import { readClip } from './clip-letter.ts'

type Seen = Readonly<Partial<Record<Letter, number>>> | undefined

/** What is read of a clip of which the network says this, frame by frame; undefined is a frame without a hand. */
async function readOf(said: readonly Seen[]): Promise<string> {
  const asked = said.filter((seen) => seen !== undefined)
  let next = 0
  const run = () => {
    const seen: Seen = asked[next]
    next += 1
    return Promise.resolve(Float32Array.from([...LETTERS, 'none'], (one) => valueOf(seen, one)))
  }
  const frames = said.map((seen, at) => ({
    atMs: (at * 1000) / 30,
    points: seen === undefined ? new Float32Array(LETTER_POINTS) : handAt(0.01 * at),
  }))
  return (await readClip({ run, close: () => Promise.resolve() }, frames)).said
}
const valueOf = (seen: Seen, name: string): number =>
  Object.entries(seen ?? {}).find(([letter]) => letter === name)?.[1] ?? 0

/** A hand that moves on: one that rests draws nothing. */
const handAt = (x: number): Float32Array =>
  Float32Array.from({ length: LETTER_POINTS }, (_, at) =>
    at < LETTER_POINTS / 2 ? 0 : at % 3 === 0 ? x + 0.002 * at : 0.004 * at,
  )

const during = (seconds: number, seen: Seen): readonly Seen[] =>
  Array.from({ length: Math.round(30 * seconds) }, () => seen)
const J = during(0.3, { J: 0.9 })

test('a movement is the letter, whatever was held before it', async () => {
  expect(await readOf([...during(1, { I: 0.9 }), ...J, ...during(0.4, { B: 0.9 })])).toBe('J')
})

test('a letter that is held after a movement is what was meant', async () => {
  expect(await readOf([...J, ...during(1.2, { B: 0.9 })])).toBe('B')
})

test('of letters that are held the longest counts', async () => {
  expect(await readOf([...during(0.5, { A: 0.9 }), ...during(1, { C: 0.9 })])).toBe('C')
})

test('where none is held, the likeliest over the frames with a hand', async () => {
  expect(await readOf([...during(1, { A: 0.4, B: 0.35 }), ...during(2, undefined)])).toBe('A')
})

test('without a hand nothing is read', async () => {
  expect(await readOf(during(1, undefined))).toBe('none')
})

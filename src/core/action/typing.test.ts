import { expect, it } from 'vitest'
import type { Effect } from './effect.ts'
import { doneWhileTyping, isTyping, keyWentDown, NOBODY_TYPES, sentWhileTyping } from './typing.ts'

const chord: Effect = { kind: 'key.chord', keys: ['alt', 'left'] }
const move: Effect = { kind: 'pointer.move', to: { x: 1, y: 1 } }

it('takes a key for typing, until a pause longer than between words', () => {
  const typing = keyWentDown(NOBODY_TYPES, 1000)
  expect([1000, 2100, 2300].map((atMs) => isTyping(typing, atMs))).toEqual([true, true, false])
})

it('does not take its own keys for typing, neither on their way nor just after', () => {
  const sent = sentWhileTyping(NOBODY_TYPES, chord, 1000)
  expect(isTyping(keyWentDown(sent, 1500), 1500)).toBe(false)
  const done = doneWhileTyping(sent, chord, 1600)
  expect(isTyping(keyWentDown(done, 1700), 1700)).toBe(false)
  expect(isTyping(keyWentDown(done, 2000), 2000)).toBe(true)
})

it('does not take a key that it holds down for typing, however long that repeats', () => {
  const held = doneWhileTyping(
    NOBODY_TYPES,
    { kind: 'key.press', keys: ['control', 'space'] },
    1000,
  )
  const repeated = keyWentDown(held, 5000, ['control', 'space'])
  expect(isTyping(repeated, 5000)).toBe(false)
  // The last repeat may be heard when the key is up already; later ones are somebody's.
  expect(isTyping(keyWentDown(repeated, 5100), 5100)).toBe(false)
  expect(isTyping(keyWentDown(repeated, 5400), 5400)).toBe(true)
  expect(isTyping(keyWentDown(held, 5000, ['control']), 5000)).toBe(true)
})

it('is not deaf because the pointer moves', () => {
  const sent = sentWhileTyping(NOBODY_TYPES, move, 1000)
  expect(isTyping(keyWentDown(sent, 1001), 1001)).toBe(true)
})

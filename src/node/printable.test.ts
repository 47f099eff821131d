import { expect, it } from 'vitest'
import { printable, printableLines } from './printable.ts'

it('spells out what a terminal would obey', () => {
  expect(printable('\u001b[2Jx \u009b2J\u0007\r\n\u007f\u202egpj')).toBe(
    String.raw`\u001b[2Jx \u009b2J\u0007\u000d\u000a\u007f\u202egpj`,
  )
})

it('leaves words of every language, signs and tabs as they are', () => {
  const text = 'Zoë\tपरियोजना مشروع 👋🏽 “x” → é'
  expect(printable(text)).toBe(text)
})

it('keeps lines that are meant', () => {
  expect(printableLines('one\ntwo\u001b')).toBe('one\ntwo\\u001b')
})

it('of JSON makes the same JSON', () => {
  const value = { name: '\u001b[2J\u009b2J\u202e' }
  expect(JSON.parse(printable(JSON.stringify(value)))).toEqual(value)
})

import { expect, test } from 'vitest'
import { createWrongTokens } from './wrong-tokens.ts'

function stage() {
  let atMs = 0
  const wrong = createWrongTokens(() => atMs)
  const many = (address: string, count: number) =>
    Array.from({ length: count }, () => wrong.note(address))
  return { wrong, many, pass: (ms: number) => (atMs += ms) }
}

test('whoever tries out tokens is slowed, shut out for a minute, and nobody else is', () => {
  const { wrong, many, pass } = stage()
  expect(new Set(many('10.0.0.1', 20))).toEqual(new Set([0]))
  expect(many('10.0.0.1', 1)).toEqual([1000])
  expect(['10.0.0.1', '10.0.0.2'].map((address) => wrong.isShut(address))).toEqual([true, false])
  expect(many('10.0.0.2', 1)).toEqual([0])
  pass(60_000)
  expect([wrong.isShut('10.0.0.1'), wrong.note('10.0.0.1')]).toEqual([false, 0])
})

test('this machine is never shut out, and no more than 32 answers wait at once', () => {
  const { wrong, many, pass } = stage()
  const answers = many('127.0.0.1', 20 + 32 + 5)
  expect(answers.slice(20)).toEqual([...Array(32).fill(1000), ...Array(5).fill('too-many')])
  expect(wrong.isShut('127.0.0.1')).toBe(false)
  pass(1000)
  expect(wrong.note('127.0.0.1')).toBe(1000)
})

import { expect, test } from 'vitest'
import { pageOfHash } from './pages.ts'

test.each([
  ['#/gestures', 'gestures'],
  ['#/live', 'live'],
  ['', 'live'],
  ['#/nowhere', 'live'],
  ['#token=abc', 'live'],
])('the address that ends in "%s" is the page %s', (hash, page) => {
  expect(pageOfHash(hash).id).toBe(page)
})

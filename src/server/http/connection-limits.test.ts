import { expect, test } from 'vitest'
import { createAddressCount, mostOfOneAddress } from './connection-limits.ts'

test('one machine has its share, whoever leaves makes room, and this machine has no share of its own', () => {
  const count = createAddressCount(2)
  const leave = count.enter('10.0.0.1')
  expect(count.enter('10.0.0.1')).toBeDefined()
  expect(count.enter('10.0.0.1')).toBeUndefined()
  expect(count.enter('10.0.0.2')).toBeDefined()
  leave?.()
  expect(count.enter('10.0.0.1')).toBeDefined()
  const here = ['127.0.0.1', '::ffff:127.0.0.1', '::1'].flatMap((address) => Array(5).fill(address))
  expect(here.map((address) => count.enter(address) !== undefined)).not.toContain(false)
})

test('the share is a quarter, and never fewer than eight', () => {
  expect([128, 4].map(mostOfOneAddress)).toEqual([32, 8])
})

import { expect, test } from 'vitest'
import { createLatestPicture } from './latest-picture.ts'

function pictures(): {
  latest: ReturnType<typeof createLatestPicture<{ name: string; close(): void }>>
  given: string[]
  closed: string[]
  offer: (name: string) => void
} {
  const given: string[] = []
  const closed: string[] = []
  const latest = createLatestPicture<{ name: string; close(): void }>(({ name }) => {
    given.push(name)
  })
  const offer = (name: string): void => {
    latest.offer({ name, close: () => closed.push(name) })
  }
  return { latest, given, closed, offer }
}

test('gives nothing before the taker has asked', () => {
  const { given, offer } = pictures()
  offer('a')
  expect(given).toEqual([])
})

test('has one picture in flight and keeps the newest for the next question', () => {
  const { latest, given, closed, offer } = pictures()
  latest.askNext()
  for (const name of ['a', 'b', 'c', 'd']) offer(name)
  expect(given).toEqual(['a'])
  latest.askNext()
  expect({ given, closed }).toEqual({ given: ['a', 'd'], closed: ['b', 'c'] })
  expect(latest.takeDroppedCount()).toBe(2)
  expect(latest.takeDroppedCount()).toBe(0)
})

test('gives a picture at once to a taker that waits', () => {
  const { latest, given, offer } = pictures()
  latest.askNext()
  offer('a')
  latest.askNext()
  offer('b')
  expect(given).toEqual(['a', 'b'])
})

test('closes what waits for a taker that is gone', () => {
  const { latest, given, closed, offer } = pictures()
  latest.askNext()
  offer('a')
  offer('b')
  latest.reset()
  offer('c')
  expect({ given, closed }).toEqual({ given: ['a'], closed: ['b'] })
})

import { OneEuroFilter } from '1eurofilter'
import { describe, expect, it } from 'vitest'
import { createOneEuro } from './one-euro.ts'

const SETTINGS = { minCutoffHz: 1, beta: 0.1 }

describe('the 1€ filter', () => {
  it("gives the authors' own output at real, uneven timestamps", () => {
    const filter = createOneEuro(SETTINGS)
    const authors = new OneEuroFilter(30, 1, 0.1)
    const samples = [0, 33, 70, 140, 150, 300].map((atMs, index) => ({
      atMs,
      value: index * index,
    }))
    const ours = samples.map(({ value, atMs }) => filter.filter(value, atMs))
    expect(ours).toEqual(samples.map(({ value, atMs }) => authors.filter(value, atMs / 1000)))
  })

  it('returns the previous output for a repeated or an older time', () => {
    const filter = createOneEuro(SETTINGS)
    filter.filter(0, 0)
    const last = filter.filter(1, 33)
    expect([filter.filter(100, 33), filter.filter(100, 10)]).toEqual([last, last])
  })

  it('ignores a value that is not finite and goes on', () => {
    const filter = createOneEuro(SETTINGS)
    const first = filter.filter(5, 0)
    expect([filter.filter(NaN, 33), filter.filter(Infinity, 66), filter.filter(5, 99)]).toEqual([
      first,
      first,
      first,
    ])
  })

  it('follows a fast hand with less lag than a slow one', () => {
    const lagAt = (speed: number): number => {
      const filter = createOneEuro(SETTINGS)
      let lag = 0
      for (let atMs = 0; atMs <= 1000; atMs += 33) {
        const value = (speed * atMs) / 1000
        lag = (value - filter.filter(value, atMs)) / speed
      }
      return lag
    }
    expect(lagAt(100)).toBeLessThan(lagAt(1) / 2)
  })

  it('starts afresh after a reset', () => {
    const filter = createOneEuro(SETTINGS)
    filter.filter(100, 0)
    filter.reset()
    expect(filter.filter(7, 0)).toBe(7)
  })
})

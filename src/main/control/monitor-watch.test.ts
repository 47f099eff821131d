import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Desktop } from '../../core/geometry/point.ts'
import { watchMonitors } from './monitor-watch.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const ONE: Desktop = { left: 0, top: 0, width: 1920, height: 1080 }
const TWO: Desktop = { left: 0, top: 0, width: 3840, height: 1080 }

function stage() {
  const world: { now: Desktop | undefined; isWorthIt: boolean } = { now: TWO, isWorthIt: true }
  const told: number[] = []
  const stop = watchMonitors({
    first: TWO,
    read: () => Promise.resolve(world.now),
    isWorthIt: () => world.isWorthIt,
    onChange: ({ width }) => told.push(width),
  })
  return { world, told, stop }
}

it('tells of a monitor that is gone, once', async () => {
  const { world, told, stop } = stage()
  await vi.advanceTimersByTimeAsync(5000)
  world.now = ONE
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told).toEqual([1920])
  stop()
})

it('keeps what it knew when nobody knows, and does not look while paused', async () => {
  const { world, told, stop } = stage()
  world.now = undefined
  await vi.advanceTimersByTimeAsync(5000)
  world.now = ONE
  world.isWorthIt = false
  await vi.advanceTimersByTimeAsync(5000)
  expect(told).toEqual([])
  stop()
})

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchMouse } from './mouse-watch.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function stage() {
  const startMs = Date.now()
  const told: string[] = []
  const world = { at: { x: 500, y: 500 }, isWorthIt: true, reads: 0 }
  const watch = watchMouse({
    position: () => {
      world.reads += 1
      return Promise.resolve(world.at)
    },
    nowMs: () => Date.now() - startMs,
    isWorthIt: () => world.isWorthIt,
    onTaken: () => told.push('taken'),
    onGivenBack: ({ x }) => told.push(`given back at ${x}`),
  })
  return { told, world, watch }
}

it('tells that the mouse is taken within 100 ms, and given back after two seconds of rest', async () => {
  const { told, world } = stage()
  await vi.advanceTimersByTimeAsync(200)
  world.at = { x: 560, y: 500 }
  await vi.advanceTimersByTimeAsync(100)
  expect(told).toEqual(['taken'])
  await vi.advanceTimersByTimeAsync(1700)
  expect(told).toEqual(['taken'])
  await vi.advanceTimersByTimeAsync(400)
  expect(told).toEqual(['taken', 'given back at 560'])
})

it('says nothing of moves that were sent', async () => {
  const { told, world, watch } = stage()
  await vi.advanceTimersByTimeAsync(200)
  for (let x = 500; x < 900; x += 20) {
    watch.sent({ effect: { kind: 'pointer.move', to: { x, y: 500 } }, atMs: 0, cause: 'pointer' })
    world.at = { x, y: 500 }
    await vi.advanceTimersByTimeAsync(33)
  }
  expect(told).toEqual([])
})

it('reads nothing while nothing could act', async () => {
  const { told, world } = stage()
  world.isWorthIt = false
  await vi.advanceTimersByTimeAsync(500)
  world.at = { x: 900, y: 900 }
  await vi.advanceTimersByTimeAsync(500)
  world.isWorthIt = true
  await vi.advanceTimersByTimeAsync(200)
  expect([world.reads > 0, ...told]).toEqual([true])
})

it('reads no more when it is closed', async () => {
  const { world, watch } = stage()
  await vi.advanceTimersByTimeAsync(200)
  watch.close()
  const { reads } = world
  await vi.advanceTimersByTimeAsync(500)
  expect([world.reads, vi.getTimerCount()]).toEqual([reads, 0])
})

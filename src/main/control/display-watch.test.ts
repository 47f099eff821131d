import { expect, it, vi } from 'vitest'
import { watchDisplay } from './display-watch.ts'

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function stage() {
  let look = (): void => undefined
  const world = { isThere: true, isWorthIt: true }
  const onGone = vi.fn()
  watchDisplay({
    pointerPosition: () =>
      world.isThere ? Promise.resolve({}) : Promise.reject(new Error('gone')),
    isWorthIt: () => world.isWorthIt,
    onGone,
    every: (_periodMs, act) => {
      look = act
      return () => undefined
    },
  })
  const looks = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) {
      look()
      await settle()
    }
  }
  return { world, onGone, looks }
}

it('tells of a display that was there and has gone, not of an input process that ended', async () => {
  const { world, onGone, looks } = stage()
  await looks(3)
  world.isThere = false
  await looks(1)
  expect(onGone).not.toHaveBeenCalled()
  await looks(1)
  expect(onGone).toHaveBeenCalledOnce()
})

it('tells again of one that people go on without', async () => {
  const { world, onGone, looks } = stage()
  await looks(1)
  world.isThere = false
  await looks(4)
  expect(onGone).toHaveBeenCalledTimes(2)
  world.isWorthIt = false
  await looks(4)
  expect(onGone).toHaveBeenCalledTimes(2)
})

it('says nothing where there never was one', async () => {
  const { world, onGone, looks } = stage()
  world.isThere = false
  await looks(5)
  expect(onGone).not.toHaveBeenCalled()
})

import { expect, it } from 'vitest'
import { createDisposeStack } from './dispose-stack.ts'

it('undoes in reverse order, goes on past a failure and names it', async () => {
  const order: string[] = []
  const stack = createDisposeStack()
  stack.add('server', () => order.push('server'))
  stack.add('tracker', () => {
    throw new Error('stuck')
  })
  stack.add('window', async () => {
    await Promise.resolve()
    order.push('window')
  })
  expect(await stack.close()).toEqual(['tracker: stuck'])
  expect(order).toEqual(['window', 'server'])
})

it('closes once, however often it is asked', async () => {
  let times = 0
  const stack = createDisposeStack()
  stack.add('server', () => (times += 1))
  await Promise.all([stack.close(), stack.close()])
  expect(times).toBe(1)
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { hearErrors } from './hear-errors.ts'

it('hears every error of a stream, not the first alone', () => {
  const heard: string[] = []
  const stream = hearErrors(new PassThrough(), ({ message }) => heard.push(message))

  stream.emit('error', new Error('one'))
  stream.emit('error', new Error('two'))

  expect(heard).toEqual(['one', 'two'])
})

it('hears a child that cannot be started', async () => {
  let heard = ''
  const child = hearErrors(spawn('/there/is/no/such/program'), ({ message }) => (heard = message))

  await new Promise((resolve) => child.on('close', resolve))

  expect(heard).toContain('ENOENT')
})

it('keeps a child that reads nothing from ending us by its streams', async () => {
  const child = hearErrors(spawn('true'))
  child.stdin.write('x'.repeat(1 << 20))
  child.stdin.end()

  const [code] = await once(child, 'exit')

  expect(code).toBe(0)
})

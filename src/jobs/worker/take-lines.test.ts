import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { readLines } from './read-lines.ts'

test('lines come whole, however they arrive, and one that is too long is left out', async () => {
  const stream = new PassThrough()
  const lines: string[] = []
  readLines(stream, 8, (line) => lines.push(line))
  const ended = new Promise((resolve) => stream.once('end', resolve))
  for (const text of ['on', 'e\ntwo\nmuch too', ' long', ' by far\nthr', 'ee\n', 'last']) {
    stream.write(text)
  }
  stream.end()
  await ended
  expect(lines).toEqual(['one', 'two', 'three', 'last'])
})

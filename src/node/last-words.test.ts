import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { rememberLastOutput, lastLine } from './last-words.ts'

test('only the end is remembered, letters of several bytes whole', () => {
  const stream = new PassThrough()
  const words = rememberLastOutput(stream, 6)
  const bytes = Buffer.from('schön')
  stream.write('long ago; ')
  stream.write(bytes.subarray(0, 4))
  stream.write(bytes.subarray(4))
  expect(words()).toBe(' schön')
})

test.each([
  ['', ''],
  ['one', 'one'],
  ['one\n  two \n\n', 'two'],
])('the last line of %j is %j', (words, line) => {
  expect(lastLine(words)).toBe(line)
})

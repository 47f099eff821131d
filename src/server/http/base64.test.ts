import { expect, test } from 'vitest'
import { bytesOfBase64 } from './base64.ts'

test.each([
  ['AQID', [1, 2, 3]],
  [' AQ\nID \r\n', [1, 2, 3]],
  ['AQI=', [1, 2]],
  ['AQ==\n', [1]],
  ['', undefined],
  [' \n ', undefined],
  ['AQ=I', undefined],
  ['AQ!D', undefined],
  ['A===', undefined],
])('%j is %j', (text, bytes) => {
  const read = bytesOfBase64(text)
  expect(read && [...read]).toEqual(bytes)
})

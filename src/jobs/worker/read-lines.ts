import type { Readable } from 'node:stream'

/**
 * The lines of a stream as they come; one longer than `maxChars` is left out as a whole, so that a program that never ends
 * its line fills nobody's memory.
 */
export function readLines(
  stream: Readable,
  maxChars: number,
  onLine: (line: string) => void,
): void {
  let begun = ''
  let isTooLong = false
  stream.setEncoding('utf8').on('data', (text: string) => {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) {
        if (!isTooLong) onLine(begun)
        begun = ''
        isTooLong = false
      }
      isTooLong ||= begun.length + part.length > maxChars
      begun = isTooLong ? '' : begun + part
    }
  })
  // The last one may lack its end.
  stream.once('end', () => {
    if (!isTooLong && begun !== '') onLine(begun)
  })
}

import type { Readable } from 'node:stream'

/** Remembers the end of what a process writes; the answer tells what it is by now. */
export function rememberLastOutput(stream: Readable, mostCharacters = 4000): () => string {
  let words = ''
  stream.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-mostCharacters)
  })
  return () => words
}

/** The last line that says something; empty when none does. */
export const lastLine = (words: string): string => words.trim().split('\n').at(-1)?.trim() ?? ''

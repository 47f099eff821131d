import { inEnglish, type Sentence } from '../../src/core/sentence/sentence.ts'

/** A value with every sentence in it as the terminal would say it: tests read like what people read. */
export function inWords(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isSentence(value)) return inEnglish(value)
  if (Array.isArray(value)) return value.map(inWords)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inWords(part)]))
}

const isSentence = (value: object): value is Sentence => 'template' in value && 'args' in value

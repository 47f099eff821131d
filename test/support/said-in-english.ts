import { expect } from 'vitest'
import { inEnglish, type Sentence } from '../../src/core/sentence/sentence.ts'

const isSentence = (value: unknown): value is Sentence =>
  typeof value === 'object' && value !== null && 'template' in value && 'args' in value

/** A sentence is equal to what the terminal would make of it: expectations read like what people read. */
expect.addEqualityTesters([
  (one: unknown, other: unknown): boolean | undefined => {
    if (isSentence(one) && typeof other === 'string') return inEnglish(one) === other
    if (isSentence(other) && typeof one === 'string') return inEnglish(other) === one
    return undefined
  },
])

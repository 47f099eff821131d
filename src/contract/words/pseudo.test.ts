import { describe, expect, it } from 'vitest'
import { pseudo, pseudoWords } from './pseudo.ts'

describe('the pseudo language', () => {
  it('marks every letter, lengthens every word by two fifths, and shows where it begins and ends', () => {
    expect(pseudo('Start watching')).toBe('⟦Šţáŕţţţ ŵáţçĥíñĝĝĝĝĝ⟧')
    expect(pseudo('THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG')).not.toMatch(/[a-z]/i)
    expect(pseudo('the quick brown fox jumps over the lazy dog')).not.toMatch(/[a-z]/i)
  })

  it('leaves alone what has no letters, and what is marked already', () => {
    expect(pseudo('37 %')).toBe('37 %')
    expect(pseudo(`On: ${pseudo('a')}.`)).toBe(`⟦Óññ: ⟧${pseudo('a')}.`)
  })

  it('is spoken by a whole catalogue: texts, lists, and what functions make', () => {
    const words = pseudoWords({ on: 'On', list: ['a'], of: (n: number) => `${n} of` })
    expect(words).toEqual({ on: '⟦Óññ⟧', list: ['⟦áá⟧'], of: expect.any(Function) })
    const of: unknown = Reflect.get(words, 'of')
    expect(typeof of === 'function' && of(3)).toBe('⟦3 óƒƒ⟧')
  })
})

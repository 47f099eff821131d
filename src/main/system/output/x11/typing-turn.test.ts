import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keysymOf, readKeyMap, symbolOf } from './keysym.ts'
import { nextTurn } from './typing-turn.ts'

const PRINTED = `There are 7 KeySyms per KeyCode; KeyCodes range from 8 to 255.

    KeyCode\tKeysym (Keysym)\t...
    Value  \tValue   (Name) \t...

      8    \t
     10    \t0x0031 (1)\t0x0021 (exclam)\t0x0031 (1)\t0x0021 (exclam)\t
     36    \t0xff0d (Return)\t0x0000 (NoSymbol)\t0xff0d (Return)\t
     38    \t0x0061 (a)\t0x0041 (A)\t
     97    \t
`
const MAP = readKeyMap(PRINTED)

it('reads which key carries what, and which are spare', () => {
  expect([...MAP.keys()]).toEqual([8, 10, 36, 38, 97])
  expect(MAP.get(8)).toEqual([])
  expect(MAP.get(10)?.slice(0, 2)).toEqual([0x31, 0x21])
})

it('knows keysyms as X does', () => {
  expect(['a', 'é', '€', '\n'].map(keysymOf)).toEqual([0x61, 0xe9, 0x10020ac, 0xff0d])
  expect(['a', 'é', '😀', '\t'].map(symbolOf)).toEqual(['U0061', 'U00E9', 'U1F600', 'Tab'])
})

it('lends nothing for what the layout has', () => {
  expect(nextTurn([...'aA1!\n'], MAP, new Map())).toEqual({
    loans: [],
    takesBack: false,
    symbols: ['U0061', 'U0041', 'U0031', 'U0021', 'Return'],
  })
})

it('without a spare key leaves the letter to xdotool', () => {
  const turn = nextTurn(['é'], new Map(), new Map())
  expect(turn).toEqual({ loans: [], takesBack: false, symbols: ['U00E9'] })
})

it('types every text, each letter by a key that carries it, and none that changes within a turn', () => {
  const letters = fc.array(fc.constantFrom(...'aA1éèöü€жя😀'), { maxLength: 40 })
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 4 }), (texts) => {
      const map = new Map(MAP)
      const lent = new Map<number, string>()
      for (const text of texts) expect(typed(text, map, lent)).toEqual(text)
    }),
  )
})

/** Types as the typist does, on a map of our own. */
function typed(
  text: readonly string[],
  map: Map<number, readonly number[]>,
  lent: Map<number, string>,
): readonly string[] {
  const out: string[] = []
  while (out.length < text.length) {
    const turn = nextTurn(text.slice(out.length), map, lent)
    expect(turn.symbols.length).toBeGreaterThan(0)
    expect(new Set(turn.loans.map(({ keycode }) => keycode)).size).toBe(turn.loans.length)
    for (const { keycode, character } of turn.loans) {
      map.set(keycode, [keysymOf(character)])
      lent.delete(keycode)
      lent.set(keycode, character)
    }
    const carried = new Set([...map.values()].flat())
    for (const character of text.slice(out.length, out.length + turn.symbols.length)) {
      expect(carried.has(keysymOf(character))).toBe(true)
      out.push(character)
    }
  }
  return out
}

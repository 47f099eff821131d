import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { KeyboardMap, KeyGroup } from './keyboard-map.ts'
import { keysymOf } from './keysym.ts'
import { nextTurn } from './lending-turn.ts'

const has = (...keysyms: readonly number[]): readonly KeyGroup[] => [
  { keysyms, type: 0, modifiers: 0, levels: [], sets: 0 },
]
/** A layout of a and b, with two spare keys. */
const LAYOUT: KeyboardMap = new Map([
  [8, []],
  [38, has(0x61)],
  [56, has(0x62)],
  [97, []],
])
const isLacking = (letter: string): boolean => !'ab'.includes(letter)
const wantedOf = (letters: readonly string[]): readonly (number | undefined)[] =>
  letters.map((letter) => (isLacking(letter) ? keysymOf(letter) : undefined))
const free = { map: LAYOUT, lent: new Map<number, number>(), isHeld: () => false }

it('lends nothing for what the layout has', () => {
  expect(nextTurn(wantedOf([...'abba']), free)).toMatchObject({
    loans: [],
    takenBack: [],
    count: 4,
  })
})

it('goes as far as the spare keys bear', () => {
  const turn = nextTurn(wantedOf([...'aéaèéö']), free)
  const loans = [
    { keycode: 97, keysym: 0xe9 },
    { keycode: 8, keysym: 0xe8 },
  ]
  expect(turn).toMatchObject({ loans, takenBack: [], count: 5 })
  expect([...turn.used]).toEqual([0xe9, 0xe8])
})

it('bears nothing without a spare key', () => {
  const map = new Map([[38, has(0x61)]])
  expect(nextTurn(wantedOf(['é']), { ...free, map }).count).toBe(0)
})

it('takes nothing back that is held down', () => {
  const map = new Map([...LAYOUT, [8, has(0xe8)], [97, has(0xe9)]])
  const lent = new Map([
    [97, 0xe9],
    [8, 0xe8],
  ])
  const turn = nextTurn(wantedOf(['ö']), { map, lent, isHeld: (keycode) => keycode === 97 })
  expect(turn).toMatchObject({ loans: [{ keycode: 8, keysym: 0xf6 }], takenBack: [8], count: 1 })
})

it('types every text, each letter by a key that carries it, and none that changes within a turn', () => {
  const letters = fc.array(fc.constantFrom(...'abéèöü€жя😀'), { maxLength: 40 })
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 4 }), (texts) => {
      const map = new Map(LAYOUT)
      const lent = new Map<number, number>()
      for (const text of texts) expect(typed(text, map, lent)).toEqual(text)
    }),
  )
})

/** Types as the keyboard does, on a map of our own. */
function typed(
  text: readonly string[],
  map: Map<number, readonly KeyGroup[]>,
  lent: Map<number, number>,
): readonly string[] {
  const out: string[] = []
  while (out.length < text.length) {
    const turn = nextTurn(wantedOf(text.slice(out.length)), { map, lent, isHeld: () => false })
    expect(turn.count).toBeGreaterThan(0)
    expect(new Set(turn.loans.map(({ keycode }) => keycode)).size).toBe(turn.loans.length)
    for (const { keycode, keysym } of turn.loans) {
      map.set(keycode, has(keysym))
      lent.delete(keycode)
      lent.set(keycode, keysym)
    }
    const carried = new Set([...map.values()].flat().flatMap(({ keysyms }) => keysyms))
    for (const letter of text.slice(out.length, out.length + turn.count)) {
      expect(carried.has(keysymOf(letter))).toBe(true)
      out.push(letter)
    }
  }
  return out
}

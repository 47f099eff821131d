import { keysymOf, symbolOf } from './keysym.ts'

/** A key that is to carry a character. */
export interface Loan {
  readonly keycode: number
  readonly character: string
}

/** A stretch of text that one keyboard map can type. */
export interface TypingTurn {
  /** What the map must be given first. */
  readonly loans: readonly Loan[]
  /** A key that some window may still have to look up gets another letter. */
  readonly takesBack: boolean
  /** xdotool's names of the keys to strike. */
  readonly symbols: readonly string[]
}

/**
 * As much of a text as the spare keys bear, from its front. A key once lent keeps its letter until another needs it: a window looks a
 * key up when it gets to it, which may be long after the key was struck, and must find the same letter there.
 * @param map the keysyms of each keycode (`readKeyMap`).
 * @param lent what was lent before, oldest first: keycode and character.
 */
export function nextTurn(
  characters: readonly string[],
  map: ReadonlyMap<number, readonly number[]>,
  lent: ReadonlyMap<number, string>,
): TypingTurn {
  const carried = new Set([...map.values()].flat())
  const isStillBound = ([keycode, character]: readonly [number, string]): boolean =>
    map.get(keycode)?.[0] === keysymOf(character)
  const old = [...lent].filter(isStillBound)
  const spare = [...map].filter(([, keysyms]) => keysyms.length === 0).map(([keycode]) => keycode)
  const loans: Loan[] = []
  const struck: string[] = []
  let takesBack = false
  for (const character of characters) {
    if (!carried.has(keysymOf(character))) {
      const taken = spare.pop() ?? reuseLentKeycode()
      // Without any key to lend, xdotool does what it can.
      if (taken === undefined && struck.length > 0) break
      if (taken !== undefined) loans.push({ keycode: taken, character })
      carried.add(keysymOf(character))
    }
    struck.push(character)
  }
  return { loans, takesBack, symbols: struck.map(symbolOf) }

  function reuseLentKeycode(): number | undefined {
    const index = old.findIndex(([, character]) => !struck.includes(character))
    const [taken] = index < 0 ? [] : old.splice(index, 1)
    if (taken === undefined) return undefined
    takesBack = true
    carried.delete(keysymOf(taken[1]))
    return taken[0]
  }
}

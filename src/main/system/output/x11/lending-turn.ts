import type { KeyboardMap } from './keyboard-map.ts'

/** A key that is to carry a keysym. */
export interface Loan {
  readonly keycode: number
  readonly keysym: number
}

/** A stretch of what is to be struck that one keyboard map bears. */
export interface LendingTurn {
  /** What the map must be given first. */
  readonly loans: readonly Loan[]
  /** Keys that some window may still have to look up, and that get another keysym. */
  readonly takenBack: readonly number[]
  /** Of these keysyms the lent keys are struck. */
  readonly used: ReadonlySet<number>
  /** So many from the front can be struck then. */
  readonly count: number
}

export interface Lendable {
  readonly map: KeyboardMap
  /** What was lent before, that which was struck longest ago first: keycode and keysym. */
  readonly lent: ReadonlyMap<number, number>
  readonly isHeld: (keycode: number) => boolean
}

/**
 * As much as the spare keys bear, from its front. A key once lent keeps its keysym until another needs it: a window looks a key up when
 * it gets to it, which may be long after the key was struck, and must find the same there.
 * @param wanted a keysym for each, undefined for what the layout itself has.
 */
export function nextTurn(
  wanted: readonly (number | undefined)[],
  { map, lent, isHeld }: Lendable,
): LendingTurn {
  const old = [...lent].filter(([keycode, keysym]) => isStillLent(map, keycode, keysym))
  const carried = new Map(old.map(([keycode, keysym]) => [keysym, keycode]))
  const spare = [...map].filter(([, groups]) => groups.length === 0).map(([keycode]) => keycode)
  const loans: Loan[] = []
  const used = new Set<number>()
  const takenBack: number[] = []
  let count = 0
  for (const keysym of wanted) {
    if (keysym !== undefined && !carried.has(keysym)) {
      const keycode = spare.pop() ?? takeBack()
      if (keycode === undefined) break
      loans.push({ keycode, keysym })
      carried.set(keysym, keycode)
    }
    if (keysym !== undefined) used.add(keysym)
    count += 1
  }
  return { loans, takenBack, used, count }

  function takeBack(): number | undefined {
    const index = old.findIndex(([keycode, keysym]) => !used.has(keysym) && !isHeld(keycode))
    const [taken] = index < 0 ? [] : old.splice(index, 1)
    if (taken === undefined) return undefined
    takenBack.push(taken[0])
    carried.delete(taken[1])
    return taken[0]
  }
}

/** Capital and small letter share a key: the server adds the other one. */
export const isStillLent = (
  map: KeyboardMap,
  keycode: number,
  keysym: number | undefined,
): boolean => {
  const groups = map.get(keycode) ?? []
  return keysym !== undefined && groups.length === 1 && groups[0]?.keysyms.includes(keysym) === true
}

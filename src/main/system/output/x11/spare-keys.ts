import { setTimeout as wait } from 'node:timers/promises'
import type { KeyboardMap } from './keyboard-map.ts'
import { isStillLent, nextTurn } from './lending-turn.ts'
import type { XConnection } from './x-connection.ts'

/**
 * How long a window may take to look up a key before the key gets another keysym, from when it was made ready: it may be struck a tenth
 * of a second later. Only where more is wanted than keys are spare.
 */
const LOOKED_UP_WITHIN_MS = 600

/**
 * How long a program may take to learn the new map. Chromium asks for it beside its events: without a pause it
 * lost first letters, and Ctrl+C on a Russian layout always.
 */
export const LEARNED_WITHIN_MS = 120

/** Keys of the map that no keyboard has, lent to what the layout lacks. */
export interface SpareKeys {
  /** The keyboard as it is without what was lent. */
  layout(): Promise<KeyboardMap>
  /**
   * Sees to it that as many of these as possible, from the front, are on the keyboard; answers how many are.
   * @param wanted a keysym for each, undefined for what the layout itself has.
   */
  lend(wanted: readonly (number | undefined)[]): Promise<number>
}

/**
 * A loan is kept until the key is needed for another, the keyboard or its layout changes, or the session ends. It takes nothing from
 * anybody, and a window that is busy finds the right letter however late it looks.
 */
export function createSpareKeys(x: XConnection, isHeld: (keycode: number) => boolean): SpareKeys {
  const lent = new Map<number, number>()
  const usedAtMs = new Map<number, number>()
  return {
    layout: async () => {
      const map = await x.map()
      const isLent = (keycode: number): boolean => isStillLent(map, keycode, lent.get(keycode))
      return new Map([...map].filter(([keycode]) => !isLent(keycode)))
    },
    lend: async (wanted) => {
      const turn = nextTurn(wanted, { map: await x.map(), lent, isHeld })
      const freeAtMs = turn.takenBack.map(
        (keycode) => (usedAtMs.get(keycode) ?? 0) + LOOKED_UP_WITHIN_MS,
      )
      const busyMs = Math.max(0, ...freeAtMs) - performance.now()
      if (busyMs > 0) await wait(busyMs)
      for (const { keycode, keysym } of turn.loans) {
        await x.assign(keycode, keysym)
        lent.set(keycode, keysym)
      }
      if (turn.loans.length > 0) await wait(LEARNED_WITHIN_MS)
      for (const [keycode, keysym] of [...lent].filter(([, each]) => turn.used.has(each))) {
        // Behind the others: what was struck longest ago is taken back first.
        lent.delete(keycode)
        lent.set(keycode, keysym)
        usedAtMs.set(keycode, performance.now())
      }
      return turn.count
    },
  }
}

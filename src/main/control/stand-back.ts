import type { Sentence } from '../../core/sentence/sentence.ts'

/** What hands stand back for, although nothing is wrong with them: somebody types, has the mouse, calibrates, practises. */
export interface StandBack {
  /** For this reason, in these words, until it is taken back with `undefined`. */
  because(reason: string, words: Sentence | undefined): void
  /** What people are told; undefined while hands may act. */
  words(): Sentence | undefined
}

export function createStandBack(parts: {
  /** There is a reason more: what is held has to be let go of. */
  readonly onBegin: () => void
  readonly onChange: () => void
}): StandBack {
  const reasons = new Map<string, Sentence>()
  return {
    because: (reason, words) => {
      if (isSame(reasons.get(reason), words)) return
      if (words === undefined) reasons.delete(reason)
      else {
        reasons.set(reason, words)
        parts.onBegin()
      }
      parts.onChange()
    },
    words: () => {
      // Whoever has the mouse knows it: anything else says more.
      const { mouse, ...others } = Object.fromEntries(reasons)
      const [words = mouse] = Object.values(others)
      return words
    },
  }
}

const isSame = (one: Sentence | undefined, other: Sentence | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

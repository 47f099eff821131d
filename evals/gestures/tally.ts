/** Of one gesture: frames of those that last, times of those that happen. */
export interface Tally {
  hits: number
  misses: number
  falseOnes: number
}

export class Tallies {
  readonly #tallies = new Map<string, Tally>()

  of(gesture: string): Tally {
    const known = this.#tallies.get(gesture)
    if (known !== undefined) return known
    const fresh = { hits: 0, misses: 0, falseOnes: 0 }
    this.#tallies.set(gesture, fresh)
    return fresh
  }

  gestures(): readonly string[] {
    return [...this.#tallies.keys()].sort()
  }
}

/** Undefined where nothing was said. */
export const precision = ({ hits, falseOnes }: Tally): number | undefined =>
  hits + falseOnes === 0 ? undefined : hits / (hits + falseOnes)

/** Undefined where there was nothing to find. */
export const recall = ({ hits, misses }: Tally): number | undefined =>
  hits + misses === 0 ? undefined : hits / (hits + misses)

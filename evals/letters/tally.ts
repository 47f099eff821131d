import type { Verdict } from './reader.ts'

/** One picture or movement, what it shows and what was said of it. */
export interface Judged {
  readonly source: string
  readonly label: string
  readonly verdict: Verdict
  /** By the plain nearest neighbour; undefined where it was not asked. */
  readonly neighbour?: string
}

export const share = (part: number, whole: number): number =>
  whole === 0 ? Number.NaN : Math.round((part / whole) * 10_000) / 10_000

export const mean = (values: readonly number[]): number =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  )

export const isRight = ({ label, verdict }: Judged): boolean => verdict.said === label

/** 95 % of the time the true share lies between these (Wilson). */
export function interval(part: number, whole: number): readonly [number, number] {
  if (whole === 0) return [0, 1]
  const z = 1.96
  const p = part / whole
  const middle = p + (z * z) / (2 * whole)
  const reach = z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole))
  const scale = 1 + (z * z) / whole
  return [(middle - reach) / scale, (middle + reach) / scale]
}

/** "0.94 (0.91 to 0.96) of 283" */
export function shareInWords(part: number, whole: number): string {
  const [low, high] = interval(part, whole)
  return `${share(part, whole).toFixed(3)} (${low.toFixed(2)} to ${high.toFixed(2)}) of ${whole}`
}

/** Fewest letters put in, left out or exchanged that make one word of the other. */
export function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (const [down, letter] of [...from].entries()) {
    const next = [down + 1]
    for (const [across, other] of [...to].entries()) {
      const exchanged = (row[across] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(exchanged, (row[across + 1] ?? 0) + 1, (next[across] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}

/** Letters of `wanted` that `said` holds in their order. */
export function inOrder(said: string, wanted: string): number {
  let row = new Array<number>(wanted.length + 1).fill(0)
  for (const letter of said) {
    const next = [0]
    for (const [at, other] of [...wanted].entries()) {
      next.push(letter === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    }
    row = next
  }
  return row[wanted.length] ?? 0
}

export function printLetters(judged: readonly Judged[]): void {
  const letters = [...new Set(judged.map(({ label }) => label))].sort()
  console.table(
    letters.map((letter) => {
      const all = judged.filter(({ label }) => label === letter)
      const right = all.filter(isRight).length
      const wrong = all.filter((one) => !isRight(one)).map(({ verdict }) => verdict.said)
      const counts = [...new Set(wrong)].map(
        (said) => `${said} ${wrong.filter((other) => other === said).length}`,
      )
      return {
        letter,
        accuracy: shareInWords(right, all.length),
        'taken for': counts.join(', '),
      }
    }),
  )
}

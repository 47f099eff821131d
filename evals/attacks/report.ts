import type { Strike } from './strike-all.ts'

export interface AttackFigures {
  readonly tried: number
  readonly gotThrough: number
  readonly processesEnded: number
  readonly secondsHung: number
}

/** A table of kinds, then by name what got through and what this machine could not try. */
export function report(strikes: readonly Strike[], secondsHung: number): AttackFigures {
  const kinds = [...new Set(strikes.map(({ kind }) => kind))]
  console.table(
    kinds.map((kind) => {
      const own = strikes.filter((strike) => strike.kind === kind)
      const slowestMs = Math.round(Math.max(0, ...own.map(({ tookMs }) => tookMs)))
      return {
        kind,
        tried: own.filter(isTried).length,
        refused: own.filter(({ outcome }) => outcome.kind === 'refused').length,
        'got through': own.filter(isThrough).length,
        'slowest ms': slowestMs,
      }
    }),
  )
  for (const strike of strikes.filter(isThrough)) console.log(`got through: ${inWords(strike)}`)
  for (const strike of strikes.filter((one) => !isTried(one))) {
    console.log(`not tried: ${inWords(strike)}`)
  }
  return {
    tried: strikes.filter(isTried).length,
    gotThrough: strikes.filter(isThrough).length,
    processesEnded: strikes.filter(
      ({ outcome }) => outcome.kind === 'got-through' && outcome.hasEndedProcess === true,
    ).length,
    secondsHung,
  }
}

export const inWords = ({ kind, what, outcome }: Strike): string =>
  `${kind}: ${what}: ${outcome.how.replaceAll(/\s+/g, ' ').slice(0, 400)}`

const isTried = ({ outcome }: Strike): boolean => outcome.kind !== 'skipped'
const isThrough = ({ outcome }: Strike): boolean => outcome.kind === 'got-through'

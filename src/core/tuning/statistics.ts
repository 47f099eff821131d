export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Of the whole population, not an estimate from a part of it. */
export function standardDeviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}

/** The value below which this share of them lies, 0..1; NaN for none. */
export function quantile(values: readonly number[], ratio: number): number {
  return values.toSorted((a, b) => a - b)[Math.round((values.length - 1) * ratio)] ?? Number.NaN
}

/** Standard deviation about the straight line through the values over time: drift is no noise. */
export function noiseAboutLine(atMs: readonly number[], values: readonly number[]): number {
  const [midMs, middle] = [mean(atMs), mean(values)]
  let across = 0
  let along = 0
  atMs.forEach((ms, index) => {
    along += (ms - midMs) ** 2
    across += (ms - midMs) * ((values[index] ?? middle) - middle)
  })
  const slope = along === 0 ? 0 : across / along
  const off = values.map(
    (value, index) => value - middle - slope * ((atMs[index] ?? midMs) - midMs),
  )
  return Math.sqrt(mean(off.map((value) => value * value)))
}

/** The label that is `wanted`, or else the first that contains it; letter case does not matter. */
export function matchingLabel(labels: readonly string[], wanted: string): string | undefined {
  const low = wanted.toLowerCase()
  return (
    labels.find((label) => label === wanted) ??
    labels.find((label) => label.toLowerCase() === low) ??
    labels.find((label) => label.toLowerCase().includes(low))
  )
}

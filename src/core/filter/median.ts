/** The value in the middle, of an even number the upper one; undefined for none. */
export const median = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[values.length >> 1]

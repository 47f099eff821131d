/** Ends of a word that people may mean, most used first. `words` is in that order and lower case. */
export function completionsOf(
  begun: string,
  words: readonly string[],
  count: number,
): readonly string[] {
  if (begun === '') return []
  const wanted = begun.toLowerCase()
  const found: string[] = []
  for (const word of words) {
    if (found.length === count) break
    if (word.length > wanted.length && word.startsWith(wanted))
      found.push(inCaseOfBegun(begun, word))
  }
  return found
}

/** In the letters that were typed, and capitals where all of them are. */
function inCaseOfBegun(begun: string, word: string): string {
  const rest = word.slice(begun.length)
  const isShouted = begun.length > 1 && begun === begun.toUpperCase()
  return begun + (isShouted ? rest.toUpperCase() : rest)
}

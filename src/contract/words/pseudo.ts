/** Every letter of English has another one here: where a plain one is shown, it came from no catalogue. */
const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const MARKED = 'áƀçđéƒĝĥíĵķĺɱñóþǫŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĹṀÑÓÞǪŔŠŢÚṼŴẊÝŽ'
const marks = new Map([...PLAIN].map((letter, index) => [letter, [...MARKED][index] ?? letter]))

/** German, Finnish and Russian labels take about as much more room than English ones. */
const LONGER_BY = 0.4

/** Words as no language has them: every letter marked, every word longer, the whole between ⟦ and ⟧. What is marked already stays. */
export function pseudo(text: string): string {
  const parts = text.match(/⟦[^⟦⟧]*⟧|[^⟦]+/gu) ?? []
  return parts.map((part) => (part.startsWith('⟦') ? part : pseudoPart(part))).join('')
}

function pseudoPart(text: string): string {
  const marked = text.replaceAll(/[a-z]+/gi, (word) => {
    const letters = [...word].map((letter) => marks.get(letter) ?? letter)
    return letters.join('') + (letters.at(-1) ?? '').repeat(Math.ceil(letters.length * LONGER_BY))
  })
  return marked === text ? text : `⟦${marked}⟧`
}

const made = new WeakMap<object, object>()

/** A catalogue of English ones in which every word, and all that its functions make, is `pseudo`. */
export function pseudoWords(words: object): object {
  const known = made.get(words)
  if (known) return known
  const entries = Object.entries(words).map(([key, word]) => [key, pseudoWord(word)])
  const copy = Array.isArray(words) ? entries.map(([, word]) => word) : Object.fromEntries(entries)
  made.set(words, copy)
  return copy
}

function pseudoWord(word: unknown): unknown {
  if (typeof word === 'string') return pseudo(word)
  if (typeof word === 'function') return (...given: unknown[]) => pseudoWord(word(...given))
  return typeof word === 'object' && word !== null ? pseudoWords(word) : word
}

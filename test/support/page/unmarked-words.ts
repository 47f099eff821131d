const ATTRIBUTES = ['title', 'aria-label', 'placeholder', 'alt', 'label', 'aria-valuetext']

/**
 * What the page says that no catalogue has, while it speaks the pseudo language, whose every letter is marked: texts, what is
 * said of pictures and fields, choices in closed lists, and the page's name. `names` are the same in every language.
 */
export function unmarkedWords(names: readonly string[]): readonly string[] {
  const longestFirst = names.toSorted((one, other) => other.length - one.length)
  const strange = (text: string): boolean => /\p{L}/u.test(withoutNames(text, longestFirst))
  return [...new Set([document.title, ...textsIn(document.body)].filter(strange))]
}

function* textsIn(root: Element): Generator<string> {
  for (const element of root.querySelectorAll('*')) {
    if (!isSaid(element)) continue
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) yield (node.textContent ?? '').trim()
    }
    for (const name of ATTRIBUTES) yield (element.getAttribute(name) ?? '').trim()
  }
}

/** What is in a closed list is not drawn, but one look away. */
const isSaid = (element: Element): boolean =>
  !element.matches('script, style') &&
  (element.closest('select')?.checkVisibility() ?? element.checkVisibility())

/** Units, and letters to be signed. */
const UNITS = /(?<!\p{L})(?:ms|s|px|Hz|fps|KB|MB|min|h|[A-Z])(?!\p{L})/gu

function withoutNames(text: string, names: readonly string[]): string {
  const unmarked = text.replaceAll(/⟦[^⟧]*⟧/g, ' ')
  return names.reduce((rest, name) => rest.replaceAll(name, ' '), unmarked).replaceAll(UNITS, ' ')
}

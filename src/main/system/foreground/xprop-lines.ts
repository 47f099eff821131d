/** The window that a line of `xprop -root -spy _NET_ACTIVE_WINDOW` names; undefined for none. */
export function activeWindowIn(line: string): string | undefined {
  const id = /window id # (0x[0-9a-f]+)/.exec(line)?.[1]
  return id === undefined || Number(id) === 0 ? undefined : id
}

/** What lines of `xprop -spy WM_CLASS _NET_WM_NAME WM_NAME` have said of a window. */
export interface WindowFacts {
  readonly program: string | undefined
  /** The title that may hold every script. */
  readonly title: string | undefined
  /** The older one, for programs that set only that. */
  readonly plainTitle: string | undefined
}

export const NO_FACTS: WindowFacts = { program: undefined, title: undefined, plainTitle: undefined }

/** The facts with what one more line says. A line that says nothing of them changes nothing. */
export function withPropertyLine(facts: WindowFacts, line: string): WindowFacts {
  const [, name = '', rest = ''] = /^(\w+)(?:\(\w+\))?\s*[=:](.*)$/.exec(line) ?? []
  const texts = quotedStrings(rest)
  switch (name) {
    // Two names: of this instance, and of the program.
    case 'WM_CLASS':
      return { ...facts, program: texts[1] ?? texts[0] }
    case '_NET_WM_NAME':
      return { ...facts, title: texts[0] }
    case 'WM_NAME':
      return { ...facts, plainTitle: texts[0] }
    default:
      return facts
  }
}

/**
 * The texts between quotation marks. Titles are whatever a program says, up to hundreds of kilobytes: a text without an end
 * is the last one, because to look for another within it would take the square of its length.
 */
function quotedStrings(text: string): string[] {
  const inner = /[^"]*"((?:[^"\\]|\\.)*)"/y
  const texts: string[] = []
  for (let found = inner.exec(text); found !== null; found = inner.exec(text)) {
    texts.push((found[1] ?? '').replace(/\\(["\\])/g, '$1'))
  }
  return texts
}

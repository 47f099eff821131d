/** A keyboard as people have it: one layout or several, of which one is on. */
export interface Keyboard {
  readonly layout: string
  readonly variant?: string
  /** From 0. */
  readonly group?: number
  /** A chord that it lacks a key of. */
  readonly refused: readonly string[]
}

const GRAVE = ['alt', 'grave']
const BRACKET = ['control', 'left-bracket']

/** Where grave is a key, there are keys that X servers have none for: those of a project that names what is no key. */
export const KEYBOARDS: readonly Keyboard[] = [
  { layout: 'de', refused: GRAVE },
  { layout: 'ch', refused: GRAVE },
  { layout: 'es', refused: GRAVE },
  { layout: 'pt', refused: GRAVE },
  { layout: 'se', refused: GRAVE },
  { layout: 'latam', refused: GRAVE },
  { layout: 'ca', refused: GRAVE },
  { layout: 'be', refused: GRAVE },
  { layout: 'ru', refused: BRACKET },
  { layout: 'ua', refused: BRACKET },
  { layout: 'bg', refused: GRAVE },
  { layout: 'gr', refused: GRAVE },
  { layout: 'de,ru', group: 1, refused: GRAVE },
  { layout: 'ru,de', group: 0, refused: GRAVE },
  { layout: 'es,gr,il', group: 2, refused: GRAVE },
  { layout: 'fr', refused: [] },
  { layout: 'us', refused: [] },
  { layout: 'us', variant: 'dvorak', refused: [] },
  { layout: 'us', variant: 'colemak', refused: [] },
  { layout: 'de', variant: 'neo', refused: [] },
  { layout: 'fr', variant: 'bepo', refused: [] },
  { layout: 'us,ru', group: 1, refused: [] },
  { layout: 'us,de', group: 1, refused: [] },
  { layout: 'il,us', group: 0, refused: [] },
  { layout: 'jp', refused: [] },
  { layout: 'tr', refused: [] },
  { layout: 'gb', refused: [] },
]

export const TEXTS = [
  'Hello zy 123',
  'a@b.de #1 (x)',
  'Größe €5',
  'привет',
  'c\u2019est l\u2019été',
  '👍 ok',
  'q{}[]|~^`',
  'İıŞğ',
] as const

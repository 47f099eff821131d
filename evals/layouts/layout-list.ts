/** A keyboard as people have it: one layout or several, of which one is on. */
export interface Keyboard {
  readonly layout: string
  readonly variant?: string
  /** From 0. */
  readonly group?: number
  /** A chord with a key that it lacks; undefined where it lacks none. */
  readonly refused?: readonly string[]
}

const GRAVE = ['alt', 'grave']
const BRACKET = ['control', 'left-bracket']

export const KEYBOARDS: readonly Keyboard[] = [
  { layout: 'de', refused: GRAVE },
  { layout: 'at', refused: GRAVE },
  { layout: 'ch', refused: GRAVE },
  { layout: 'es', refused: GRAVE },
  { layout: 'pt', refused: GRAVE },
  { layout: 'se', refused: GRAVE },
  { layout: 'dk', refused: GRAVE },
  { layout: 'no', refused: GRAVE },
  { layout: 'fi', refused: GRAVE },
  { layout: 'latam', refused: GRAVE },
  { layout: 'ca', refused: GRAVE },
  { layout: 'be', refused: GRAVE },
  { layout: 'ru', refused: BRACKET },
  { layout: 'ua', refused: GRAVE },
  { layout: 'bg', refused: GRAVE },
  { layout: 'il', refused: GRAVE },
  { layout: 'th', refused: BRACKET },
  { layout: 'de,ru', group: 1, refused: GRAVE },
  { layout: 'gr' },
  { layout: 'us' },
  { layout: 'us', variant: 'dvorak' },
  { layout: 'us', variant: 'colemak' },
  { layout: 'de', variant: 'neo' },
  { layout: 'fr' },
  { layout: 'fr', variant: 'bepo' },
  { layout: 'us,ru', group: 1 },
  { layout: 'us,de', group: 1 },
  { layout: 'il,us' },
  { layout: 'jp' },
  { layout: 'tr' },
]

export const TEXTS: readonly string[] = [
  'Hello zy 123',
  'a@b.de #1 (x)',
  'Größe €5',
  'привет',
  'c\u2019est l\u2019été',
  '👍 ok',
  'q{}[]|~^`',
  'İıŞğ',
]

/** What the letter network can say, in the order of its outputs; after them comes none. */
export const LETTERS = [
  ...(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M'] as const),
  ...(['N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z'] as const),
]

export type Letter = (typeof LETTERS)[number]

/** J and Z are movements; the others are held still. */
export const isMovingLetter = (letter: string): boolean => letter === 'J' || letter === 'Z'

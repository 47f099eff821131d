/** What a caught value says: an error's message, or whatever else was thrown as text. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

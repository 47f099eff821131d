/** What a caught value says: an error's message, or whatever else was thrown as text. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** The same with where it was thrown, for faults of our own. */
export const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

/** What Node calls a failure of the system, for example `ENOENT`; undefined for every other error. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined

/** Where the cookie is, and what removes it. */
export interface XAuthority {
  readonly path: string
  remove(): void
}

/** Writes a file with a fresh cookie, for an X server and for those who are to come in. */
export function writeXAuthority(folder: string): XAuthority

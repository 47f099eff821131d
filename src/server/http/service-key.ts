import { tokenIn } from './token-file.ts'
import type { TokenSource } from './token-source.ts'

/** What clients must show, and how people are told. */
export interface ServiceKey {
  /** Undefined: nothing. */
  readonly token: string | undefined
  readonly file: string | undefined
  /** Follows the address of a page, where a person at a terminal reads it; files and logs get to know no token. */
  readonly query: string
  /** For who starts the service. */
  readonly words: string
}

export interface KeyPlace {
  /** Where the token is unless something else is named. */
  readonly usualFile: string
  readonly isTerminal: boolean
}

/** Rejects with words when the file cannot be had, or is not its owner's alone. */
export async function openKey(source: TokenSource, place: KeyPlace): Promise<ServiceKey> {
  if (source.kind === 'none') {
    const words =
      'NO TOKEN: every user and every program of this computer may use the service, and every page that it serves.'
    return { token: undefined, file: undefined, query: '', words }
  }
  const file = source.kind === 'file' ? (source.path ?? place.usualFile) : undefined
  const token = source.kind === 'given' ? source.token : await tokenIn(file ?? place.usualFile)
  const where = file === undefined ? 'in BECKON_SERVE_TOKEN' : `in ${file}`
  return {
    token,
    file,
    query: place.isTerminal ? `?token=${encodeURIComponent(token)}` : '',
    words: `Clients show the token ${where}, as Authorization: Bearer TOKEN.`,
  }
}

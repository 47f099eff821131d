/** Where the token comes from that clients must show. */
export type TokenSource =
  /** Nobody must show one: everybody of this machine may ask. */
  | { readonly kind: 'none' }
  | { readonly kind: 'given'; readonly token: string }
  /** Made there when there is none; in the data folder when no path is named. */
  | { readonly kind: 'file'; readonly path: string | undefined }

/** Of 64 kinds of characters, 96 bits: too many to try, however fast. */
export const LEAST_TOKEN_CHARACTERS = 16

interface Asked {
  /** On the command line. */
  readonly flag: string | undefined
  readonly environment: string
  readonly file: string
  readonly isNone: boolean
  readonly isThisMachineOnly: boolean
}

/** What is asked for, or why it cannot be, in words. */
export function tokenSourceOf(asked: Asked): TokenSource | string {
  const { flag, environment, file, isNone, isThisMachineOnly } = asked
  if (flag !== undefined) {
    return '--token shows the token to every user of this computer, in the list of processes. Put it into a file that only you can read, and name that with --token-file, or set BECKON_SERVE_TOKEN.'
  }
  if (isNone) {
    if (isThisMachineOnly) return { kind: 'none' }
    return 'Listening beyond this machine needs a token: leave out --no-token.'
  }
  if (environment === '') return { kind: 'file', path: file === '' ? undefined : file }
  const wrong = whyUnfit(environment, 'BECKON_SERVE_TOKEN')
  return wrong ?? { kind: 'given', token: environment }
}

/** What is wrong with a token that somebody chose, in words; undefined when nothing is. */
export function whyUnfit(token: string, from: string): string | undefined {
  if (token.length < LEAST_TOKEN_CHARACTERS) {
    return `The token in ${from} is too short: it needs ${LEAST_TOKEN_CHARACTERS} characters or more. Beckon makes a good one when there is none.`
  }
  // A header carries nothing else.
  if (!/^[\x20-\x7e]+$/.test(token)) {
    return `The token in ${from} may hold letters, digits and signs of ASCII only.`
  }
  return undefined
}

import { randomSecret } from '../../../node/loopback-auth.ts'

/**
 * Who may talk to the app. A page gets in once with the token of its address; it is then given a secret with which it alone may
 * come back after a broken connection or a reload.
 *
 * | token  | what happens                            | next                                                  |
 * | issued | a page comes with it                    | taken                                                 |
 * | taken  | that page has said something            | spent                                                 |
 * | taken  | that page goes without a word           | issued: it may not have heard its secret, void from now |
 * | taken  | another one comes with it               | taken: somebody else knows it                         |
 * | spent  | another one comes with it               | spent: somebody else knows it                         |
 * | any    | a new token is issued, all are locked out | void, and the secrets with it                       |
 */
export interface PageAccess {
  /** A fresh token, good for one page. Whatever was issued before is good for nothing any more. */
  issueToken(): string
  /** Whether a page may still come with this token. */
  isOpen(token: string): boolean
  admit(secret: string): Admission
  /** Nobody who was let in may come back, and nobody comes in before the next token. */
  lockOut(): void
}

export type Admission =
  | { readonly kind: 'unknown' }
  /** The token has been used: it is known to more than our page. */
  | { readonly kind: 'used' }
  | Admitted

export interface Admitted {
  readonly kind: 'admitted'
  /** The secret to come back with; undefined when everybody was locked out meanwhile. */
  welcome(): string | undefined
  /** The page has heard it. */
  confirm(): void
  /** The page has gone; if it never said anything, all is as if it had not come. */
  leave(): void
}

interface Issued {
  readonly token: string
  state: 'issued' | 'taken' | 'spent'
}

export function createPageAccess(): PageAccess {
  let issued: Issued | undefined
  /** Those of earlier pages are remembered, to know one that is used again. */
  const used = new Set<string>()
  const resumes = new Set<string>()

  const lockOut = (): void => {
    if (issued !== undefined && issued.state !== 'issued') used.add(issued.token)
    issued = undefined
    resumes.clear()
  }
  const take = (token: Issued): Admitted => {
    token.state = 'taken'
    const resume = randomSecret()
    resumes.add(resume)
    return {
      kind: 'admitted',
      welcome: () => (resumes.has(resume) ? resume : undefined),
      confirm: () => {
        token.state = 'spent'
      },
      leave: () => {
        if (token.state !== 'taken') return
        token.state = 'issued'
        resumes.delete(resume)
      },
    }
  }
  return {
    issueToken() {
      lockOut()
      issued = { token: randomSecret(), state: 'issued' }
      return issued.token
    },
    isOpen: (token) => issued?.token === token && issued.state === 'issued',
    admit(secret) {
      if (resumes.has(secret)) return returning(() => (resumes.has(secret) ? secret : undefined))
      if (used.has(secret)) return { kind: 'used' }
      if (issued?.token !== secret) return { kind: 'unknown' }
      return issued.state === 'issued' ? take(issued) : { kind: 'used' }
    },
    lockOut,
  }
}

const returning = (welcome: Admitted['welcome']): Admitted => ({
  kind: 'admitted',
  welcome,
  confirm: () => undefined,
  leave: () => undefined,
})

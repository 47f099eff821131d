import { randomSecret } from '../../../node/loopback-auth.ts'

/**
 * Who may talk to the app. A page gets in once with the token in its address; it is then given a secret with which it
 * alone may come back after a broken connection or a reload.
 */
export interface PageAccess {
  /** A fresh token, good for one connection. */
  issueToken(): string
  /** Spends a token or checks a resume secret; answers the secret to come back with, or nothing: refused. */
  admit(secret: string): string | undefined
}

export function createPageAccess(): PageAccess {
  const tokens = new Set<string>()
  const resumes = new Set<string>()
  return {
    issueToken() {
      const token = randomSecret()
      tokens.add(token)
      return token
    },
    admit(secret) {
      if (resumes.has(secret)) return secret
      if (!tokens.delete(secret)) return undefined
      const resume = randomSecret()
      resumes.add(resume)
      return resume
    },
  }
}

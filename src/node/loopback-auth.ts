import { randomBytes } from 'node:crypto'

/** WebSocket subprotocols: the first is agreed on, the second carries the secret, which thus stays out of addresses. */
export const LINK_PROTOCOL = 'beckon.v1'
const SECRET_PREFIX = 'secret.'

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

/** 256 bits, too many to guess. */
export function randomSecret(): string {
  return randomBytes(32).toString('hex')
}

/** The secret in a `Sec-WebSocket-Protocol` header. */
export function secretIn(protocols: string | undefined): string | undefined {
  const names = (protocols ?? '').split(',').map((name) => name.trim())
  if (!names.includes(LINK_PROTOCOL)) return undefined
  return names.find((name) => name.startsWith(SECRET_PREFIX))?.slice(SECRET_PREFIX.length)
}

/** Keeps out pages that reach the port under a name of theirs (DNS rebinding). */
export function isOurHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`
}

/** Keeps out pages of other sites: browsers send an Origin that a page cannot forge. */
export function isOurOrigin(origin: string | undefined, port: number): boolean {
  return origin === `http://127.0.0.1:${port}` || origin === `http://localhost:${port}`
}

import { randomBytes, timingSafeEqual } from 'node:crypto'

/** WebSocket subprotocols: the first is agreed on, the second carries the secret, which thus stays out of addresses. */
export const LINK_PROTOCOL = 'beckon.v1'
const SECRET_PREFIX = 'secret.'

/** 256 bits, too many to guess. */
export function randomSecret(): string {
  return randomBytes(32).toString('hex')
}

/** Whether they are the same; how long it takes to say so tells nothing of where they differ. */
export function isSameSecret(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
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

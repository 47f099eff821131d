import type { IncomingMessage } from 'node:http'
import { isSameSecret } from '../../node/loopback-auth.ts'
import { isLoopback, type ServerConfig } from './config.ts'

export type Access =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly status: 401 | 403; readonly why: string }

type Request = Pick<IncomingMessage, 'headers' | 'url'>

/**
 * Whether a request may come in. The Host is looked at because a web page elsewhere can point a name of its own at this
 * machine, the Origin because browsers let any page open a WebSocket to anywhere; programs send none.
 */
export function accessOf({ headers, url }: Request, config: ServerConfig): Access {
  const host = hostName(`http://${headers.host ?? ''}`)
  if (host === undefined || !(isLoopback(host) || isOwn(host, config))) {
    return { kind: 'refused', status: 403, why: 'this Host is not served' }
  }
  const { origin } = headers
  if (origin !== undefined && !isKnownOrigin(origin, config)) {
    return { kind: 'refused', status: 403, why: 'this Origin may not connect' }
  }
  if (config.token !== undefined && !presentsToken(config.token, headers.authorization, url)) {
    return { kind: 'refused', status: 401, why: 'the token is missing or wrong' }
  }
  return { kind: 'allowed' }
}

/** Listening beyond this machine, any name may lead here: the token is what keeps strangers out. */
const isOwn = (host: string, config: ServerConfig): boolean =>
  host === config.host || !isLoopback(config.host)

/** Whether a page from there may connect. */
export function isKnownOrigin(origin: string, config: ServerConfig): boolean {
  if (config.origins.includes(origin)) return true
  const host = hostName(origin)
  return host !== undefined && isLoopback(host)
}

function hostName(url: string): string | undefined {
  try {
    const { protocol, hostname } = new URL(url)
    const isWeb = protocol === 'http:' || protocol === 'https:'
    return isWeb && hostname !== '' ? hostname.replace(/^\[(.*)\]$/, '$1') : undefined
  } catch {
    return undefined
  }
}

/** As `Authorization: Bearer …`, or as `?token=…` for browsers, which cannot send headers. */
function presentsToken(
  token: string,
  authorization: string | undefined,
  url: string | undefined,
): boolean {
  const inUrl = new URL(url ?? '/', 'http://localhost').searchParams.get('token')
  const shown = authorization?.startsWith('Bearer ') === true ? authorization.slice(7) : inUrl
  return isSameSecret(shown ?? '', token)
}

import type { IncomingMessage } from 'node:http'
import { isSameSecret } from '../../node/loopback-auth.ts'
import { isLoopback, type ServerConfig } from './config.ts'
import { createWrongTokens, type WrongTokens } from './wrong-tokens.ts'

export type Access = { readonly kind: 'allowed' } | Refusal
export interface Refusal {
  readonly kind: 'refused'
  readonly status: 401 | 403 | 429
  readonly why: string
  /** Whoever tries out tokens hears so late. */
  readonly afterMs: number
}

type Request = Pick<IncomingMessage, 'headers' | 'url' | 'socket'>

/** Decides who may come in: once for a request, however often it is asked about it. */
export type Doorkeeper = (request: Request) => Access

/**
 * The Host is looked at because a web page elsewhere can point a name of its own at this machine, the Origin because
 * browsers let any page open a WebSocket to anywhere; programs send none. The token is looked at last.
 */
export function createDoorkeeper(config: ServerConfig, nowMs: () => number): Doorkeeper {
  const wrongTokens = createWrongTokens(nowMs)
  const known = new WeakMap<Request, Access>()
  return (request) => {
    const access = known.get(request) ?? accessOf(request, config, wrongTokens)
    known.set(request, access)
    return access
  }
}

function accessOf(request: Request, config: ServerConfig, wrongTokens: WrongTokens): Access {
  const { host: givenHost, origin } = request.headers
  const host = hostName(`http://${givenHost ?? ''}`)
  if (host === undefined || !(isLoopback(host) || isOwn(host, config))) {
    return refused(403, 'this Host is not served')
  }
  if (origin !== undefined && !isKnownOrigin(origin, config)) {
    return refused(403, 'this Origin may not connect')
  }
  return config.token === undefined ? ALLOWED : accessByToken(request, config.token, wrongTokens)
}

function accessByToken(request: Request, token: string, wrongTokens: WrongTokens): Access {
  const shown = tokenIn(request)
  if (shown === undefined) return refused(401, MISSING)
  const address = request.socket.remoteAddress ?? ''
  if (wrongTokens.isShut(address)) return refused(429, TOO_MANY)
  if (isSameSecret(shown, token)) return ALLOWED
  const wait = wrongTokens.note(address)
  return wait === 'too-many' ? refused(429, TOO_MANY) : refused(401, MISSING, wait)
}

const MISSING = 'the token is missing or wrong; show it as Authorization: Bearer'
const TOO_MANY = 'too many wrong tokens; try again in a minute'
const ALLOWED: Access = { kind: 'allowed' }
const refused = (status: Refusal['status'], why: string, afterMs = 0): Refusal => ({
  kind: 'refused',
  ...{ status, why, afterMs },
})

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

/**
 * As `Authorization: Bearer …`. In the address, which proxies and histories keep, only where browsers cannot send headers:
 * of a WebSocket, and of Socket.IO before it is one.
 */
function tokenIn({ headers, url }: Request): string | undefined {
  const { authorization } = headers
  if (authorization?.startsWith('Bearer ') === true) return authorization.slice(7)
  const { pathname, searchParams } = URL.parse(url ?? '/', 'http://localhost') ?? NOWHERE
  const mayStandInAddress = headers.upgrade !== undefined || pathname.startsWith('/socket.io/')
  return mayStandInAddress ? (searchParams.get('token') ?? undefined) : undefined
}

const NOWHERE = new URL('http://localhost')

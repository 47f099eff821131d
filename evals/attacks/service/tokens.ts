import { randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { gotThrough, refusedIf, type AttackKind, type Attempt } from '../attempt.ts'
import { ask, askUpgrade, refusedWith } from '../means/ask.ts'
import { tokenFileIn, type ServiceVictim } from '../victims/service-victim.ts'

/** Everything that somebody without a token may ask for. */
const DOORS: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/health'],
  ['GET', '/metrics'],
  ['GET', '/api/pose/health'],
  ['GET', '/api/pose/pool-status'],
  ['GET', `/pose/video/status/${randomUUID()}`],
  ['GET', `/pose/video/result/${randomUUID()}`],
  ['DELETE', `/pose/video/${randomUUID()}`],
  ['POST', '/pose/video'],
  ['POST', '/pose/hybrid'],
  ['GET', '/socket.io/?EIO=4&transport=polling'],
  ['HEAD', '/metrics'],
  ['GET', '/nothing'],
]

/** What somebody shows who does not know it, as far as headers and addresses can hold it. */
const SHOWN: readonly {
  readonly what: string
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
}[] = [
  { what: 'an empty one', headers: { authorization: 'Bearer ' } },
  { what: 'another', headers: { authorization: 'Bearer wrong' } },
  { what: '"undefined"', headers: { authorization: 'Bearer undefined' } },
  { what: '"null"', headers: { authorization: 'Bearer null' } },
  { what: 'one of the right length', headers: { authorization: `Bearer ${'f'.repeat(64)}` } },
  { what: 'a very long one', headers: { authorization: `Bearer ${'f'.repeat(9000)}` } },
  { what: 'Basic', headers: { authorization: 'Basic YTpi' } },
  { what: 'no scheme', headers: { authorization: 'wrong' } },
  { what: 'a cookie', headers: { cookie: 'token=wrong' } },
  { what: 'a proxy’s header', headers: { 'x-forwarded-for': '127.0.0.1', 'x-token': 'wrong' } },
  { what: 'an address with another', query: 'token=wrong' },
  { what: 'an address with an empty one', query: 'token=' },
  { what: 'an address with a list', query: 'token[]=wrong&token=' },
  { what: 'an address with two', query: 'token=a&token=b' },
  { what: 'an address with a NUL', query: 'token=%00' },
  { what: 'an address with __proto__', query: '__proto__[token]=x' },
]

/** Other spellings of a guarded address. */
const SPELLINGS = [
  '/api/%70ose/pool-status',
  '//api/pose/pool-status',
  '/demo/../api/pose/pool-status',
  '/api/pose/pool-status/',
  '/api/pose/pool-status;x',
  '/API/POSE/POOL-STATUS',
  '/demo/..%2fmetrics',
  'http://localhost/metrics',
]

export const TOKENS: AttackKind<ServiceVictim> = {
  kind: 'service: no or a wrong token',
  attempts: () => [
    ...DOORS.map(([method, path]) => anonymous(method, path)),
    ...SPELLINGS.map((path) => anonymous('GET', path)),
    anonymousSocket('/'),
    anonymousSocket('/socket.io/?EIO=4&transport=websocket'),
    ...SHOWN.map(wrongToken),
    ...SHOWN.map(wrongTokenAtSocket),
    onlyOwner,
    inNoCommandLine,
    inNoLog,
  ],
}

const hostOf = (victim: ServiceVictim): string => `127.0.0.1:${victim.port()}`

/** Hidden, or nothing of ours: an address that is not there tells nothing either. */
const HIDDEN = [400, 401, 404, 429]

const anonymous = (method: string, path: string): Attempt<ServiceVictim> => ({
  what: `${method} ${path.slice(0, 40)} without one`,
  strike: async (victim) => {
    const headers = { host: hostOf(victim) }
    return refusedWith(
      await ask({ port: victim.port(), path, method, headers }),
      path === '/nothing' || SPELLINGS.includes(path) ? HIDDEN : [401],
    )
  },
})

const anonymousSocket = (path: string): Attempt<ServiceVictim> => ({
  what: `WebSocket ${path} without one`,
  strike: async (victim) => {
    const headers = { host: hostOf(victim) }
    return refusedWith(await askUpgrade({ port: victim.port(), path, headers }), [400, 401, 403])
  },
})

const wrongToken = ({
  what,
  query = '',
  headers,
}: (typeof SHOWN)[number]): Attempt<ServiceVictim> => ({
  what: `${what}, by HTTP`,
  strike: async (victim) => {
    const path = `/api/pose/pool-status?${query}`
    const asked = { port: victim.port(), path, headers: { host: hostOf(victim), ...headers } }
    return refusedWith(await ask(asked), [400, 401, 429, 431])
  },
})

const wrongTokenAtSocket = ({
  what,
  query = '',
  headers,
}: (typeof SHOWN)[number]): Attempt<ServiceVictim> => ({
  what: `${what}, by WebSocket`,
  strike: async (victim) => {
    const asked = {
      port: victim.port(),
      path: `/?${query}`,
      headers: { host: hostOf(victim), ...headers },
    }
    return refusedWith(await askUpgrade(asked), [400, 401, 429, 431])
  },
})

const onlyOwner: Attempt<ServiceVictim> = {
  what: 'reading its file as somebody else',
  strike: ({ dir }) => {
    const file = tokenFileIn(dir)
    if (file === undefined) return Promise.resolve(gotThrough('there is no token to be shown'))
    const mode = statSync(file).mode & 0o777
    return Promise.resolve(refusedIf((mode & 0o077) === 0, `mode ${mode.toString(8)}`))
  },
}

const inNoCommandLine: Attempt<ServiceVictim> = {
  what: 'looking for it in the list of processes',
  strike: (victim) => {
    const [token, line] = [victim.token(), readFileSync(`/proc/${victim.pid()}/cmdline`, 'latin1')]
    const isShown = token !== undefined && line.includes(token)
    return Promise.resolve(refusedIf(!isShown, isShown ? 'it stands there' : 'it is not there'))
  },
}

const inNoLog: Attempt<ServiceVictim> = {
  what: 'looking for it in the log, after it was shown in an address',
  strike: async (victim) => {
    const token = victim.token() ?? 'a-token-that-nobody-wants'
    const headers = { host: hostOf(victim) }
    const from = victim.said().length
    await ask({ port: victim.port(), path: `/nothing?token=${token}`, headers })
    const isSaid = victim.said().slice(from).includes(token)
    return refusedIf(!isSaid, isSaid ? 'it stands there' : 'it is not there')
  },
}

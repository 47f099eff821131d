import { randomUUID } from 'node:crypto'
import { refusedIf, type AttackKind, type Attempt } from '../attempt.ts'
import { ask, refusedWith, type Question } from '../means/ask.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'

/** What a browser sends for a page elsewhere without asking first, or asks before the rest (a "preflight"). */
const FORM = 'multipart/form-data; boundary=x'
const UPLOAD =
  '--x\r\nContent-Disposition: form-data; name="video"; filename="a.mp4"\r\n\r\nxxxxftypisom\r\n--x--\r\n'
const JOB = '/pose/video'
const PICTURE = '/pose/hybrid'
const EVIL = 'https://evil.example'

type Sent = Omit<Question, 'port' | 'headers'> & { readonly type?: string }
const SENT: readonly Sent[] = [
  { method: 'POST', path: JOB, type: 'text/plain', body: '{"video_path":"ok.mp4"}' },
  { method: 'POST', path: JOB, type: 'application/json', body: '{"video_path":"ok.mp4"}' },
  { method: 'POST', path: JOB, type: FORM, body: UPLOAD },
  {
    method: 'POST',
    path: JOB,
    type: 'application/x-www-form-urlencoded',
    body: 'video_path=ok.mp4',
  },
  { method: 'POST', path: JOB },
  { method: 'POST', path: PICTURE, type: 'image/png', body: 'x' },
  { method: 'POST', path: PICTURE, type: 'text/plain', body: '{"image":"AAAA"}' },
  { method: 'POST', path: PICTURE, type: 'application/octet-stream', body: 'x' },
  { method: 'DELETE', path: `${JOB}/${randomUUID()}` },
  { method: 'GET', path: `${JOB}/status/${randomUUID()}` },
  { method: 'GET', path: `${JOB}/result/${randomUUID()}` },
  { method: 'GET', path: '/api/pose/pool-status' },
  { method: 'GET', path: '/metrics' },
  { method: 'POST', path: '/socket.io/?EIO=4&transport=polling', type: 'text/plain', body: '40' },
]

/** What a preflight asks leave for. */
const ASKED = ['GET', 'POST', 'DELETE', 'PUT'] as const

export const CROSS_SITE: AttackKind<ServiceVictim> = {
  kind: 'service: another site’s page',
  attempts: () => [
    ...SENT.flatMap((sent) => [EVIL, 'null'].map((from) => send(sent, from))),
    ...ASKED.map(preflight),
    misnamedPreflight,
  ],
}

const send = ({ type, ...sent }: Sent, origin: string): Attempt<ServiceVictim> => ({
  what: `${sent.method} ${sent.path.slice(0, 24)} ${type ?? ''} from ${origin}`,
  strike: async (victim) => {
    const named = type === undefined ? {} : { 'content-type': type }
    const headers = { ...victim.headers(), ...named, origin, 'sec-fetch-site': 'cross-site' }
    // Socket.IO looks at the method first.
    const statuses = sent.path.startsWith('/socket.io/') ? [400, 403] : [403]
    return refusedWith(await ask({ ...sent, port: victim.port(), headers }), statuses)
  },
})

const preflight = (method: string): Attempt<ServiceVictim> => ({
  what: `leave for ${method} from ${EVIL}`,
  strike: async (victim) => {
    const { host = '' } = victim.headers()
    const headers = { host, origin: EVIL, 'access-control-request-method': method }
    const answer = await ask({ port: victim.port(), path: JOB, method: 'OPTIONS', headers })
    const given = answer.headers['access-control-allow-origin']
    return refusedIf(given === undefined, `${answer.status}, may read: ${given ?? 'nobody'}`)
  },
})

/** A page of this machine's, as it says, that reached the port under another name. */
const misnamedPreflight: Attempt<ServiceVictim> = {
  what: 'leave for DELETE under a foreign Host',
  strike: async (victim) => {
    const origin = 'http://localhost:3000'
    const headers = { host: 'evil.example', origin, 'access-control-request-method': 'DELETE' }
    const asked = { port: victim.port(), path: JOB, method: 'OPTIONS', headers }
    return refusedWith(await ask(asked), [400, 403, 421])
  },
}

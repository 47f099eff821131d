import { connect, type Socket } from 'node:net'
import { refusedIf, type AttackKind, type Attempt } from '../attempt.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'

/** Connections that say something now and then, for as long as they are let. */
interface SlowKind {
  readonly what: string
  readonly head: string
  /** What is said every few seconds. */
  readonly more: string
  readonly isStranger?: boolean
}

const EVERY_MS = 3000
/** Node looks for late heads every 30 s and allows them a minute. */
const PATIENCE_MS = 130_000

const body = (method: string, type: string, begin = ''): string =>
  `${method} HTTP/1.1\r\n{headers}Content-Type: ${type}\r\nContent-Length: 1000000\r\n\r\n${begin}`
const PART =
  '--x\r\nContent-Disposition: form-data; name="video"; filename="a.mp4"\r\n\r\n\0\0\0\x18ftypisom'

const KINDS: readonly SlowKind[] = [
  { what: 'half a head', head: 'GET /health HTTP/1.1\r\n{headers}', more: 'X-a: b\r\n' },
  {
    what: 'a slow JSON body',
    head: body('POST /pose/video', 'application/json', '{"a":"'),
    more: 'a',
  },
  { what: 'a slow picture', head: body('POST /pose/hybrid', 'image/jpeg'), more: 'a' },
  {
    what: 'a slow poll of Socket.IO',
    head: body('POST /socket.io/?EIO=4&transport=polling', 'text/plain'),
    more: '4',
  },
  {
    what: 'a stranger’s slow JSON body',
    head: body('POST /pose/video', 'application/json', '{"a":"'),
    more: 'a',
    isStranger: true,
  },
  {
    what: 'a stranger’s slow upload',
    head: body('POST /pose/video', 'multipart/form-data; boundary=x', PART),
    more: 'a',
    isStranger: true,
  },
  {
    what: 'a refused upgrade',
    head: 'GET / HTTP/1.1\r\nHost: evil\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    more: 'a',
  },
  {
    what: 'an upload that stands still',
    head: body('POST /pose/video', 'multipart/form-data; boundary=x', PART),
    more: '',
  },
]

/** How it went with one of them, seconds until it was closed. */
export interface SlowClients {
  readonly attempts: AttackKind<ServiceVictim>
  close(): void
}

/** They are held while everything else is tried, and looked at last. */
export function holdSlowClients(victim: ServiceVictim): SlowClients {
  const held = KINDS.map((kind) => ({ kind, ...hold(kind, victim) }))
  return {
    attempts: {
      kind: 'service: slow clients',
      attempts: () =>
        held.map(({ kind, closed }): Attempt<ServiceVictim> => ({
          what: kind.what,
          limitMs: PATIENCE_MS + 10_000,
          strike: async () => {
            const closedS = await closed
            const how =
              closedS === undefined
                ? `open after ${PATIENCE_MS / 1000} s`
                : `closed after ${closedS} s`
            return refusedIf(closedS !== undefined, how)
          },
        })),
    },
    close: () => {
      for (const { socket } of held) socket.destroy()
    },
  }
}

interface Held {
  readonly socket: Socket
  /** Undefined: it was never. */
  readonly closed: Promise<number | undefined>
}

function hold({ head, more, isStranger = false }: SlowKind, victim: ServiceVictim): Held {
  const startedAtMs = performance.now()
  const shown = isStranger
    ? { host: `127.0.0.1:${victim.port()}`, authorization: 'Bearer no' }
    : victim.headers()
  const headers = Object.entries(shown).map(([name, value]) => `${name}: ${value}\r\n`)
  const socket = connect(victim.port(), '127.0.0.1')
  socket.write(Buffer.from(head.replace('{headers}', headers.join('')), 'latin1'))
  socket.on('data', () => undefined).on('error', () => undefined)
  const saying = setInterval(() => {
    if (more !== '') socket.write(more)
  }, EVERY_MS)
  const closed = new Promise<number | undefined>((resolve) => {
    const end = (seconds: number | undefined): void => {
      clearInterval(saying)
      clearTimeout(patience)
      resolve(seconds)
    }
    const patience = setTimeout(() => {
      end(undefined)
    }, PATIENCE_MS)
    socket.once('close', () => {
      end(Math.round((performance.now() - startedAtMs) / 1000))
    })
  })
  return { socket, closed }
}

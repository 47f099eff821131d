import type { AttackKind, Attempt } from '../attempt.ts'
import { ask, askUpgrade, refusedWith } from '../means/ask.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'

/** Names under which a page elsewhere may reach this port (DNS rebinding); undefined: none at all. */
export const FOREIGN_HOSTS: readonly ((port: number) => string | undefined)[] = [
  () => undefined,
  () => '',
  () => 'evil.example',
  (port) => `evil.example:${port}`,
  (port) => `localhost.:${port}`,
  (port) => `0.0.0.0:${port}`,
  (port) => `127.0.0.1.nip.io:${port}`,
  (port) => `localhost.evil.example:${port}`,
  (port) => `127.0.0.1.evil.example:${port}`,
  (port) => `127.0.0.1:${port}@evil.example`,
  (port) => `127.0.0.1:${port}, evil.example`,
  (port) => `127.0.0.1:${port}\tevil`,
  (port) => `[::ffff:127.0.0.1]:${port}`,
  (port) => `[::]:${port}`,
  (port) => `192.168.1.1:${port}`,
  (port) => `128.0.0.1:${port}`,
  (port) => `xn--localhst-8ya:${port}`,
  (port) => `localhost:${port}.evil.example`,
  (port) => `evil.example#localhost:${port}`,
  (port) => `evil.example?localhost:${port}`,
]

const REFUSALS = [400, 403, 421]

interface Door {
  readonly name: string
  readonly path: string
  readonly knock: typeof ask
}
const DOORS: readonly Door[] = [
  { name: 'GET /health', path: '/health', knock: ask },
  { name: 'WebSocket', path: '/', knock: askUpgrade },
  { name: 'Socket.IO', path: '/socket.io/?EIO=4&transport=polling', knock: ask },
  { name: 'its script', path: '/socket.io/socket.io.js', knock: ask },
  { name: 'GET /demo', path: '/demo', knock: ask },
]

/** Whoever else is right (the token, where one is wanted, is shown): the name is wrong. */
export const SERVICE_HOSTS: AttackKind<ServiceVictim> = {
  kind: 'service: foreign Host',
  attempts: () => DOORS.flatMap((door) => FOREIGN_HOSTS.map((host) => attemptAt(door, host))),
}

function attemptAt(
  { name, path, knock }: Door,
  hostOf: (port: number) => string | undefined,
): Attempt<ServiceVictim> {
  return {
    what: `${name} as ${JSON.stringify(hostOf(8765) ?? 'no Host')}`,
    strike: async (victim) => {
      const port = victim.port()
      const host = hostOf(port)
      const headers = host === undefined ? victim.credentials() : { ...victim.credentials(), host }
      return refusedWith(await knock({ port, path, headers }), REFUSALS)
    },
  }
}

import type { AttackKind, Attempt } from '../attempt.ts'
import { ask, askUpgrade, refusedWith, type Answer } from '../means/ask.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'

/** Pages that have no business here. */
export const FOREIGN_ORIGINS: readonly ((port: number) => string)[] = [
  () => 'null',
  () => 'file://',
  () => 'data:',
  () => '',
  () => 'https://evil.example',
  (port) => `http://evil.example:${port}`,
  (port) => `http://localhost.:${port}`,
  (port) => `http://localhost.evil.example:${port}`,
  () => 'http://127.0.0.1.evil.example',
  (port) => `http://127.0.0.1:${port}.evil.example`,
  () => 'chrome-extension://abcdefgh',
  () => 'moz-extension://x',
  () => 'http://0.0.0.0:8765',
  () => 'http://192.168.1.1',
  () => 'ftp://127.0.0.1',
  () => 'javascript:alert(1)',
  () => 'http://',
  () => 'evil.example',
]

type Knock = (port: number, headers: Readonly<Record<string, string>>) => Promise<Answer>

const DOORS: Readonly<Record<string, Knock>> = {
  'GET /health': (port, headers) => ask({ port, path: '/health', headers }),
  WebSocket: (port, headers) => askUpgrade({ port, path: '/', headers }),
  'POST /pose/video as text': (port, headers) =>
    ask({
      ...{ port, path: '/pose/video', method: 'POST', body: '{"video_path":"x"}' },
      headers: { ...headers, 'content-type': 'text/plain' },
    }),
  'Socket.IO': (port, headers) =>
    ask({ port, path: '/socket.io/?EIO=4&transport=polling', headers }),
}

export const SERVICE_ORIGINS: AttackKind<ServiceVictim> = {
  kind: 'service: foreign Origin',
  attempts: () =>
    Object.entries(DOORS).flatMap(([name, knock]) =>
      FOREIGN_ORIGINS.map((originOf): Attempt<ServiceVictim> => ({
        what: `${name} from ${JSON.stringify(originOf(8765))}`,
        strike: async (victim) => {
          const origin = originOf(victim.port())
          return refusedWith(await knock(victim.port(), { ...victim.headers(), origin }), [403])
        },
      })),
    ),
}

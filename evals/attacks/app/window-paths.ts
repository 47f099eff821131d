import type { AttackKind, Attempt } from '../attempt.ts'
import { ask, refusedWith } from '../means/ask.ts'
import type { AppVictim } from '../victims/app-victim.ts'

const SECRET = 'f'.repeat(64)

/** Ways out of the folders that the window is served from, and addresses that cannot be guessed. */
const PATHS = [
  '/../../etc/passwd',
  '/../../../../../../../../etc/passwd',
  '/%2e%2e/%2e%2e/package.json',
  '/..%2f..%2fpackage.json',
  '/..%252f..%252fpackage.json',
  '/..%5c..%5cpackage.json',
  '/..\\..\\package.json',
  '/models/../../package.json',
  '/models/..%2f..%2fpackage.json',
  '/models/%2e%2e/projects/desktop.json',
  '/models//etc/passwd',
  '//etc/passwd',
  '/%2fetc%2fpasswd',
  '/assets/..%00/index.html',
  '/%00',
  '/%ff',
  '/%',
  '/index.html%20',
  '/.git/config',
  '/control.json',
  '/settings.json',
  `/published/${SECRET}/x.mp4`,
  '/published/',
  '/published/../control.json',
  `/published/${SECRET}/..%2f..%2fcontrol.json`,
  `/taken/${SECRET}`,
  '/taken/',
  'http://127.0.0.1:1/etc/passwd',
  `/${'a/'.repeat(3000)}`,
]

export const WINDOW_PATHS: AttackKind<AppVictim> = {
  kind: 'window: addresses that lead out',
  attempts: () => [
    ...PATHS.map(get),
    ...[`/taken/${SECRET}`, '/', '/index.html', '/../x'].map(put),
  ],
}

const get = (path: string): Attempt<AppVictim> => ({
  what: `GET ${path.slice(0, 60)}`,
  strike: async (victim) => {
    const port = victim.port()
    const headers = { host: `127.0.0.1:${port}` }
    return refusedWith(await ask({ port, path, headers }), [400, 403, 404, 414])
  },
})

/** As our own page would, with a secret that nobody was given. */
const put = (path: string): Attempt<AppVictim> => ({
  what: `PUT ${path.slice(0, 40)}`,
  strike: async (victim) => {
    const port = victim.port()
    const headers = { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` }
    return refusedWith(
      await ask({ port, path, method: 'PUT', headers, body: 'x' }),
      [400, 403, 404],
    )
  },
})

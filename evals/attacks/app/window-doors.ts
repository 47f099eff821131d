import { refusedIf, type AttackKind, type Attempt } from '../attempt.ts'
import { ask, askUpgrade, refusedWith } from '../means/ask.ts'
import { FOREIGN_HOSTS } from '../service/hosts.ts'
import { FOREIGN_ORIGINS } from '../service/origins.ts'
import type { AppVictim } from '../victims/app-victim.ts'

/** Spellings of this machine that the window's server, unlike the service, does not know either. */
const SPELLINGS: readonly ((port: number) => string | undefined)[] = [
  (port) => `127.1:${port}`,
  (port) => `0x7f.1:${port}`,
  (port) => `2130706433:${port}`,
  (port) => `127.0.0.2:${port}`,
  (port) => `[::1]:${port}`,
  (port) => `127.0.0.1.:${port}`,
  (port) => `evil.example@127.0.0.1:${port}`,
  () => '127.0.0.1',
  () => 'localhost',
  () => '127.0.0.1:1',
]

const HOSTS = [...FOREIGN_HOSTS, ...SPELLINGS]
const MISDIRECTED = [400, 421]

export const WINDOW_HOSTS: AttackKind<AppVictim> = {
  kind: 'window: foreign Host',
  attempts: () =>
    HOSTS.flatMap((hostOf): readonly Attempt<AppVictim>[] => {
      const shown = JSON.stringify(hostOf(8765) ?? 'no Host')
      const headersOf = (port: number): Record<string, string> => {
        const host = hostOf(port)
        return host === undefined ? {} : { host }
      }
      return [
        {
          what: `GET / as ${shown}`,
          strike: async (victim) => {
            const port = victim.port()
            return refusedWith(
              await ask({ port, path: '/', headers: headersOf(port) }),
              MISDIRECTED,
            )
          },
        },
        {
          what: `/link as ${shown}`,
          strike: async (victim) => {
            const port = victim.port()
            const headers = { ...headersOf(port), origin: `http://127.0.0.1:${port}` }
            return refusedWith(await askUpgrade({ port, path: '/link', headers }), MISDIRECTED)
          },
        },
      ]
    }),
}

/** The window takes its own page only: other ports of this machine are strangers, too. */
const ORIGINS: readonly ((port: number) => string)[] = [
  ...FOREIGN_ORIGINS,
  () => 'http://127.0.0.1',
  () => 'http://localhost:3000',
  (port) => `https://127.0.0.1:${port}`,
  (port) => `http://127.1:${port}`,
  (port) => `http://[::1]:${port}`,
]

export const WINDOW_ORIGINS: AttackKind<AppVictim> = {
  kind: 'window: foreign Origin',
  attempts: () => [
    ...ORIGINS.flatMap((originOf): readonly Attempt<AppVictim>[] => [
      {
        what: `/link from ${JSON.stringify(originOf(8765))}`,
        strike: async (victim) => {
          const port = victim.port()
          const headers = { host: `127.0.0.1:${port}`, origin: originOf(port) }
          return refusedWith(await askUpgrade({ port, path: '/link', headers }), [403])
        },
      },
      {
        what: `PUT from ${JSON.stringify(originOf(8765))}`,
        strike: async (victim) => {
          const port = victim.port()
          const headers = { host: `127.0.0.1:${port}`, origin: originOf(port) }
          const path = `/taken/${'f'.repeat(64)}`
          return refusedWith(await ask({ port, path, method: 'PUT', headers, body: 'x' }), [403])
        },
      },
    ]),
    ...['TRACE', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'CONNECT', 'PROPFIND'].map(method),
    ...['/', '/index.html', '/models/hand_landmarker_full.task'].map(embedded),
  ],
}

const method = (name: string): Attempt<AppVictim> => ({
  what: `${name} /`,
  strike: async (victim) => {
    const port = victim.port()
    const headers = { host: `127.0.0.1:${port}` }
    return refusedWith(await ask({ port, path: '/', method: name, headers }), [400, 403, 405])
  },
})

/** A page elsewhere finds out whether Beckon runs. */
const embedded = (path: string): Attempt<AppVictim> => ({
  what: `${path} embedded by another site`,
  strike: async (victim) => {
    const port = victim.port()
    const headers = { host: `127.0.0.1:${port}`, 'sec-fetch-site': 'cross-site' }
    const answer = await ask({ port, path, headers })
    return refusedIf(answer.status === 403, String(answer.status))
  },
})

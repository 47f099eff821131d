import { refusedIf, type AttackKind, type Attempt } from '../attempt.ts'
import { ask } from '../means/ask.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'

/** What a page elsewhere may do with the service's own page, and what its headers must say against it. */
const AGAINST: readonly (readonly [what: string, header: string, wanted: RegExp])[] = [
  ['showing it in a frame, to have it clicked on', 'content-security-policy', /frame-ancestors/],
  ['slipping a script into it', 'content-security-policy', /default-src|script-src/],
  ['having it taken for something else', 'x-content-type-options', /nosniff/],
  ['reading in its references what its address held', 'referrer-policy', /no-referrer|same-origin/],
]

export const EMBEDDING: AttackKind<ServiceVictim> = {
  kind: 'service: its page, embedded',
  attempts: () =>
    ['/demo', '/demo/demo.js'].flatMap((path) =>
      AGAINST.map(([what, header, wanted]): Attempt<ServiceVictim> => ({
        what: `${path}: ${what}`,
        strike: async (victim) => {
          const { host = '' } = victim.headers()
          const { headers } = await ask({ port: victim.port(), path, headers: { host } })
          const said = String(headers[header] ?? '')
          return refusedIf(wanted.test(said), `${header}: ${said || 'not said'}`.slice(0, 120))
        },
      })),
    ),
}

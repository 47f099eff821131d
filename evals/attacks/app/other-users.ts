import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gotThrough, refused, skipped, type AttackKind, type Attempt } from '../attempt.ts'
import type { OtherUsersDeed } from '../means/as-other-user.ts'
import { becomeOtherUser, WHY_NO_OTHER_USER } from '../means/other-user.ts'
import type { AppVictim } from '../victims/app-victim.ts'

/** What lies in the user's folder, and must be the user's alone. */
const FOLDERS = ['', 'projects', 'videos', 'recordings', 'cache'] as const

export const OTHER_USERS: AttackKind<AppVictim> = {
  kind: 'app: another user of the machine',
  attempts: (victim) => {
    const names = readdirSync(victim.home, { recursive: true, encoding: 'utf8' })
    const ofInterest = names.filter((name) => isOfInterest(name)).slice(0, 40)
    return [
      ...FOLDERS.map((name) => as('list', join(victim.home, name), `its folder ${name}`)),
      ...ofInterest.map((name) => as('read', join(victim.home, name), name)),
      ...['control.socket', 'running.socket'].map((name) =>
        as('connect', join(victim.home, name), name),
      ),
      ...['projects/evil.json', 'settings.json', 'control.json'].map((name) =>
        as('write', join(victim.home, name), name),
      ),
      ...['', 'f'.repeat(64)].map((secret) => doorAttempt(secret)),
    ]
  },
}

/** The browser's caches are many, and of the same making. */
const isOfInterest = (name: string): boolean =>
  /\.(json|jsonl|sqlite|lock|pid|html|log)$/.test(name) &&
  !/Cache|component_crx|Safe Browsing/.test(name)

const as = (
  kind: 'read' | 'list' | 'write' | 'connect',
  path: string,
  shown: string,
): Attempt<AppVictim> => ({
  what: `${kind} ${shown}`,
  strike: () => outcomeOf({ kind, path }),
})

const doorAttempt = (secret: string): Attempt<AppVictim> => ({
  what: `the window’s door, with ${secret === '' ? 'no' : 'a wrong'} secret`,
  strike: (victim) => outcomeOf({ kind: 'upgrade', port: victim.port(), secret }),
})

async function outcomeOf(deed: OtherUsersDeed) {
  const other = becomeOtherUser()
  if (other === undefined) return skipped(WHY_NO_OTHER_USER)
  try {
    const [finding] = await other.attempt([deed])
    const how = finding?.how ?? 'nobody knows'
    return finding?.isRefused === true ? refused(how) : gotThrough(how)
  } finally {
    other.close()
  }
}

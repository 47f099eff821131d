import { gotThrough, refused, skipped, type AttackKind, type Attempt } from '../attempt.ts'
import { becomeOtherUser, WHY_NO_OTHER_USER } from '../means/other-user.ts'
import { appVictim } from '../victims/app-victim.ts'
import type { Attacked } from '../strike-all.ts'

const WATCH_MS = 12_000

/** Another user watches the list of processes while the app starts, and would be its page before its page is. */
export const STOLEN_TOKENS: AttackKind<Attacked> = {
  kind: 'app: its secret in the list of processes',
  attempts: () => [stealAtStart],
}

const stealAtStart: Attempt<Attacked> = {
  what: 'watching its start, and using what is seen',
  limitMs: 120_000,
  strike: async () => {
    const other = becomeOtherUser()
    if (other === undefined) return skipped(WHY_NO_OTHER_USER)
    const victim = appVictim()
    try {
      const stealing = other.attempt([{ kind: 'steal', home: victim.home, forMs: WATCH_MS }])
      await new Promise((resolve) => setTimeout(resolve, 500))
      // One whose page was beaten to it may never be ready.
      const starting = victim.start().catch(() => undefined)
      const [finding] = await stealing
      await victim.close()
      await starting
      const how = finding?.how ?? 'nobody knows'
      return finding?.isRefused === true ? refused(how) : gotThrough(how)
    } finally {
      await victim.close()
      other.close()
    }
  },
}

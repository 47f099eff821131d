import { join } from 'node:path'
import {
  ended,
  gotThrough,
  refused,
  type Attempt,
  type AttackKind,
  type Outcome,
} from '../attempt.ts'
import { ask } from '../means/ask.ts'
import { DAMAGES, makeJobDatabase } from '../means/job-database.ts'
import { appVictim } from '../victims/app-victim.ts'
import type { Attacked } from '../strike-all.ts'
import { serviceVictim, type ServiceVictim } from '../victims/service-victim.ts'

/** The app opens its videos a few seconds after its page. */
const APP_MS = 8000
const IN_APP = ['a finished job with a newer option', 'garbage in its middle', 'another program’s']

/** Files of jobs that no version wrote: letters, poses and hands go on. */
export const QUEUE_FILES: AttackKind<Attacked> = {
  kind: 'damaged files of jobs',
  attempts: () => [...Object.keys(DAMAGES).map(toService), ...IN_APP.map(toApp)],
}

const toService = (damage: string): Attempt<Attacked> => ({
  what: `service: ${damage}`,
  limitMs: 60_000,
  strike: async () => {
    const victim = serviceVictim()
    try {
      DAMAGES[damage]?.(makeJobDatabase(victim.data))
      await victim.start()
      return victim.isAlive()
        ? await answersAll(victim)
        : ended(`at its start: ${victim.said().trim()}`)
    } finally {
      await victim.close()
    }
  },
})

/** None of them is a mistake of the service's own. */
async function answersAll(victim: ServiceVictim): Promise<Outcome> {
  const paths = ['/health', '/api/pose/health', '/api/pose/pool-status']
  for (const path of paths) {
    const { status, body } = await ask({ port: victim.port(), path, headers: victim.headers() })
    if (status < 200 || status === 500) return gotThrough(`${path} ${status} ${body}`)
  }
  return victim.isAlive() ? refused('all is answered') : ended(victim.said().slice(-200))
}

const toApp = (damage: string): Attempt<Attacked> => ({
  what: `app: ${damage}`,
  limitMs: 120_000,
  strike: async () => {
    const victim = appVictim()
    try {
      DAMAGES[damage]?.(makeJobDatabase(join(victim.home, 'videos')))
      await victim.start()
      await new Promise((resolve) => setTimeout(resolve, APP_MS))
      return victim.isAlive() ? refused('it runs') : ended(victim.beckon().said().slice(-200))
    } finally {
      await victim.close()
    }
  },
})

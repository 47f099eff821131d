import { join } from 'node:path'
import { until } from '../../../test/support/until.ts'
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
const POOL = '/api/pose/pool-status'
const JOBS_MS = 4000
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

/** None of them is a mistake of the service's own, and no job that nobody can do is in work for ever. */
async function answersAll(victim: ServiceVictim): Promise<Outcome> {
  for (const path of ['/health', '/api/pose/health', POOL]) {
    const { status, body } = await askFor(victim, path)
    if (status < 200 || status === 500) return gotThrough(`${path} ${status} ${body}`)
  }
  const isIdle = async (): Promise<boolean> =>
    !/"(queued|processing)":[1-9]/.test((await askFor(victim, POOL)).body)
  const isDone = await until('its jobs to be over', isIdle, JOBS_MS).catch(() => false)
  if (!victim.isAlive()) return ended(victim.said().slice(-200))
  return isDone ? refused('all is answered') : gotThrough('a job is in work for ever')
}

const askFor = (victim: ServiceVictim, path: string) =>
  ask({ port: victim.port(), path, headers: victim.headers() })

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

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hasRedis, startRedis } from '../test/support/redis.ts'
import { runFaults, type Findings } from './job-faults/fault-run.ts'
import { createRandom } from './pointing/random.ts'

/*
 * Kills workers and the service itself while videos are worked on, at seeded random moments, and then holds what the
 * service says of each job against what its workers wrote down: on the embedded queue, and with two services on one Redis.
 * `npm run eval -- job-faults [--kills 100] [--jobs 50]`, each for both queues.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    jobs: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
  },
})

const embedded = await run(1, {})
const redis = hasRedis ? await startRedis() : undefined
if (redis === undefined) console.log('Redis: skipped, there is no redis-server here')
const shared = redis && (await run(2, { BECKON_REDIS_URL: redis.url }))
await redis?.close()

const all = [embedded, ...(shared ? [shared] : [])]
for (const { lost, doubled, orphans, left } of all) {
  for (const line of [...lost, ...doubled, ...orphans, ...left]) console.log(line)
}
console.table({
  embedded: rowOf(embedded),
  ...(shared && { 'two services on Redis': rowOf(shared) }),
})
const sum = (count: (findings: Findings) => number): number =>
  all.reduce((total, findings) => total + count(findings), 0)
const figures = {
  jobs: sum(({ jobs }) => jobs),
  lost: sum(({ lost }) => lost.length),
  doubled: sum(({ doubled }) => doubled.length),
  orphans: sum(({ orphans }) => orphans.length),
  temporaryFiles: sum(({ left }) => left.length),
}
console.log(JSON.stringify({ eval: 'job-faults', figures }))
process.exitCode =
  figures.lost + figures.doubled + figures.orphans + figures.temporaryFiles === 0 ? 0 : 1

async function run(services: number, env: Readonly<Record<string, string>>): Promise<Findings> {
  const dir = mkdtempSync(join(tmpdir(), 'beckon-job-faults-'))
  const random = createRandom(Number(values.seed))
  try {
    return await runFaults({
      ...{ dir, random, services, env },
      kills: Number(values.kills),
      jobs: Number(values.jobs),
    })
  } finally {
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
  }
}

function rowOf({ kills, jobs, byStatus, lost, doubled, orphans, left }: Findings) {
  return {
    'workers killed': kills.worker,
    'services killed': kills.service,
    jobs,
    completed: byStatus.get('completed') ?? 0,
    failed: byStatus.get('failed') ?? 0,
    lost: lost.length,
    'begun more often than said': doubled.length,
    'processes left': orphans.length,
    'temporary files left': left.length,
  }
}

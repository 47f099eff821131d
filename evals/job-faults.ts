import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { killableService, processesOf } from './job-faults/service.ts'
import { createRandom } from './pointing/random.ts'

/*
 * Kills workers and the service itself while videos are worked on, at seeded random moments, and then holds what the
 * service says of each job against what its workers wrote down. `npm run eval -- job-faults [--kills 100] [--jobs 50]`
 */
/** Long enough that most jobs are done undisturbed, short enough that most kills hit one. */
const LONGEST_PAUSE_MS = 2500
/** Of the video that is handed in. */
const FRAMES = 10
const statusSchema = z.object({
  job_id: z.string(),
  status: z.enum(['queued', 'processing', 'completed', 'failed', 'cancelled']),
  reason: z.string().optional(),
  note: z.string().optional(),
})
type Status = z.infer<typeof statusSchema>

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    jobs: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
  },
})
const [wantedKills, wantedJobs] = [Number(values.kills), Number(values.jobs)]
const random = createRandom(Number(values.seed))
const dir = mkdtempSync(join(tmpdir(), 'beckon-job-faults-'))
const [videos, data, book] = [join(dir, 'videos'), join(dir, 'data'), join(dir, 'book')]
mkdirSync(videos)
writeFileSync(book, '')
makeVideo(join(videos, 'short.mp4'))
const worker = join(import.meta.dirname, 'job-faults/telling-worker.ts')
const service = killableService({
  POSE_VIDEO_FOLDER: videos,
  POSE_DATA_DIR: data,
  POSE_POOL_SIZE: '2',
  POSE_WORKER: `${process.execPath} ${worker} ${book}`,
})

const accepted: string[] = []
const kills = { worker: 0, service: 0 }
await service.start()
try {
  await killAndHandIn()
  await untilOver()
  const found = await judge()
  await service.stop()
  const orphans = await orphansOf()
  const parts = leftBehind()
  console.table([
    { what: 'workers killed', count: kills.worker },
    { what: 'services killed', count: kills.service },
    { what: 'jobs accepted', count: accepted.length },
    ...found.byStatus,
    { what: 'lost: not over, without a reason or without figures', count: found.lost.length },
    { what: 'begun more often than is said', count: found.doubled.length },
    { what: 'processes left', count: orphans.length },
    { what: 'temporary files left', count: parts.length },
  ])
  for (const line of [...found.lost, ...found.doubled, ...orphans, ...parts]) console.log(line)
  const figures = {
    jobs: accepted.length,
    lost: found.lost.length,
    doubled: found.doubled.length,
    orphans: orphans.length,
    temporaryFiles: parts.length,
  }
  console.log(JSON.stringify({ eval: 'job-faults', figures }))
  const faults = found.lost.length + found.doubled.length + orphans.length + parts.length
  process.exitCode = faults === 0 ? 0 : 1
} finally {
  await service.kill()
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
}

async function killAndHandIn(): Promise<void> {
  while (kills.worker + kills.service < wantedKills) {
    if (accepted.length < wantedJobs) await handIn()
    await setTimeout(random.uniform() * LONGEST_PAUSE_MS)
    const [victim] = service.workers()
    const isServiceNext = random.uniform() < 0.3
    if (isServiceNext) {
      kills.service += 1
      await service.kill()
      await service.start()
    } else if (victim !== undefined) {
      kills.worker += 1
      killHard(victim)
    } else if (accepted.length >= wantedJobs) await handIn()
  }
}

async function handIn(): Promise<void> {
  const answer = await fetch(`${service.url()}/pose/video`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ video_path: 'short.mp4', options: { model: 'lite' } }),
  })
  accepted.push(statusSchema.parse(await answer.json()).job_id)
}

async function statusOf(id: string): Promise<Status | undefined> {
  const answer = await fetch(`${service.url()}/pose/video/status/${id}`)
  return answer.ok ? statusSchema.parse(await answer.json()) : undefined
}

async function untilOver(): Promise<void> {
  for (const id of accepted) {
    for (;;) {
      const status = await statusOf(id)
      if (status === undefined || !['queued', 'processing'].includes(status.status)) break
      await setTimeout(100)
    }
  }
}

async function judge() {
  const begun = readFileSync(book, 'utf8').trim().split('\n')
  const lost: string[] = []
  const doubled: string[] = []
  const counted = new Map<string, number>()
  for (const id of accepted) {
    const status = await statusOf(id)
    counted.set(status?.status ?? 'unknown', (counted.get(status?.status ?? 'unknown') ?? 0) + 1)
    if (!(await isWhole(status))) lost.push(`lost: ${id} ${JSON.stringify(status)}`)
    const times = begun.filter((one) => one === id).length
    const said = /again|twice/.test(`${status?.note ?? ''} ${status?.reason ?? ''}`) ? 2 : 1
    if (times > said) doubled.push(`doubled: ${id} begun ${times} times ${JSON.stringify(status)}`)
  }
  const byStatus = [...counted].map(([what, count]) => ({ what: `  ${what}`, count }))
  return { lost, doubled, byStatus }
}

async function isWhole(status: Status | undefined): Promise<boolean> {
  if (status?.status === 'failed') return status.reason !== undefined
  if (status?.status !== 'completed') return false
  const answer = await fetch(`${service.url()}/pose/video/result/${status.job_id}?format=jsonl`)
  const lines = (await answer.text()).trim().split('\n')
  return answer.ok && lines.length === 1 + FRAMES
}

/** Those that are ending have a moment for it. */
async function orphansOf(): Promise<readonly string[]> {
  for (let tries = 0; tries < 50 && processesOf(dir).length > 0; tries++) await setTimeout(100)
  return processesOf(dir)
}

function leftBehind(): readonly string[] {
  const uploads = readdirSync(join(data, 'uploads'))
  const parts = readdirSync(join(data, 'results')).filter((name) => name.endsWith('.part'))
  return [...uploads, ...parts].map((name) => `left: ${name}`)
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was done in this very moment.
  }
}

function makeVideo(path: string): void {
  const source = ['-f', 'lavfi', '-i', `testsrc=size=320x240:rate=10:duration=${FRAMES / 10}`]
  execFileSync('ffmpeg', ['-v', 'error', ...source, path])
}

import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import type { Random } from '../pointing/random.ts'
import { killableService, processesOf, type KillableService } from './service.ts'

/** Long enough that most jobs are done undisturbed, short enough that most kills hit one. */
const LONGEST_PAUSE_MS = 2500
const SERVICE_SHARE = 0.3
/** Of the video that is handed in. */
const FRAMES = 10
const statusSchema = z.object({
  job_id: z.string(),
  status: z.enum(['queued', 'processing', 'completed', 'failed', 'cancelled']),
  reason: z.string().optional(),
  note: z.string().optional(),
})
type Status = z.infer<typeof statusSchema>

export interface FaultRunOptions {
  readonly dir: string
  readonly random: Random
  readonly kills: number
  readonly jobs: number
  /** How many services work on one queue. */
  readonly services: number
  readonly env: Readonly<Record<string, string>>
}

interface HandedIn {
  readonly id: string
  readonly hasFilm: boolean
}

export interface Findings {
  readonly kills: { readonly worker: number; readonly service: number }
  readonly jobs: number
  readonly byStatus: ReadonlyMap<string, number>
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly orphans: readonly string[]
  readonly left: readonly string[]
}

/** Hands videos in, kills at random, and holds what the services say against what their workers wrote down. */
export async function runFaults(options: FaultRunOptions): Promise<Findings> {
  const { dir } = options
  const [videos, data, book] = [join(dir, 'videos'), join(dir, 'data'), join(dir, 'book')]
  mkdirSync(videos)
  writeFileSync(book, '')
  makeVideo(join(videos, 'short.mp4'))
  const services = Array.from({ length: options.services }, () =>
    killableService({
      POSE_VIDEO_FOLDER: videos,
      POSE_DATA_DIR: data,
      POSE_POOL_SIZE: '2',
      POSE_WORKER: `${process.execPath} ${join(import.meta.dirname, 'telling-worker.ts')} ${book}`,
      ...options.env,
    }),
  )
  for (const service of services) await service.start()
  try {
    const { kills, accepted } = await killAndHandIn(options, services)
    const found = await judge(accepted, book, services)
    for (const service of services) await service.stop()
    const orphans = await orphansOf(dir)
    return { kills, jobs: accepted.length, ...found, orphans, left: leftBehind(data) }
  } finally {
    for (const service of services) await service.kill()
  }
}

async function killAndHandIn(
  { dir, random, kills: wantedKills, jobs }: FaultRunOptions,
  services: readonly KillableService[],
) {
  const kills = { worker: 0, service: 0 }
  const accepted: HandedIn[] = []
  while (kills.worker + kills.service < wantedKills) {
    const service = services[Math.floor(random.uniform() * services.length)] ?? services[0]
    if (service === undefined) throw new Error('runFaults: no service')
    const isIdle = services.every((one) => one.workers().length === 0)
    if (accepted.length < jobs || isIdle) {
      accepted.push(await handIn(service, dir, accepted.length))
    }
    await setTimeout(random.uniform() * LONGEST_PAUSE_MS)
    const [victim] = service.workers()
    if (random.uniform() < SERVICE_SHARE) {
      kills.service += 1
      await service.kill()
      await service.start()
    } else if (victim !== undefined) {
      kills.worker += 1
      killHard(victim)
    }
  }
  return { kills, accepted }
}

/** By its path and as an upload in turn; every third with a film, the file that takes longest to write. */
async function handIn(service: KillableService, dir: string, turn: number): Promise<HandedIn> {
  const hasFilm = turn % 3 === 0
  const options = { model: 'lite', ...(hasFilm && { output: 'mp4' }) }
  const video_path = 'short.mp4'
  const answer = await fetch(`${service.url()}/pose/video`, {
    method: 'POST',
    ...(turn % 2 === 0
      ? {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ video_path, ...options }),
        }
      : { body: formOf(join(dir, 'videos', video_path), options) }),
  })
  return { id: statusSchema.parse(await answer.json()).job_id, hasFilm }
}

function formOf(path: string, options: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  form.append('video', new Blob([readFileSync(path)]), 'short.mp4')
  for (const [name, value] of Object.entries(options)) form.append(name, value)
  return form
}

async function judge(
  accepted: readonly HandedIn[],
  book: string,
  [service]: readonly KillableService[],
) {
  const url = service?.url() ?? ''
  const lost: string[] = []
  const doubled: string[] = []
  const byStatus = new Map<string, number>()
  for (const { id, hasFilm } of accepted) {
    const status = await whenOver(url, id)
    const name = status?.status ?? 'unknown'
    byStatus.set(name, (byStatus.get(name) ?? 0) + 1)
    if (!(await isWhole(url, status, hasFilm))) lost.push(`lost: ${id} ${JSON.stringify(status)}`)
    const begun = readFileSync(book, 'utf8').split('\n')
    const times = begun.filter((one) => one === id).length
    const said = /again|twice/i.test(`${status?.note ?? ''} ${status?.reason ?? ''}`) ? 2 : 1
    if (times > said) doubled.push(`begun ${times} times: ${id} ${JSON.stringify(status)}`)
  }
  return { lost, doubled, byStatus }
}

async function whenOver(url: string, id: string): Promise<Status | undefined> {
  for (;;) {
    const answer = await fetch(`${url}/pose/video/status/${id}`)
    const status = answer.ok ? statusSchema.parse(await answer.json()) : undefined
    if (status === undefined || !['queued', 'processing'].includes(status.status)) return status
    await setTimeout(100)
  }
}

async function isWhole(
  url: string,
  status: Status | undefined,
  hasFilm: boolean,
): Promise<boolean> {
  if (status?.status === 'failed') return status.reason !== undefined
  if (status?.status !== 'completed') return false
  const result = `${url}/pose/video/result/${status.job_id}`
  const answer = await fetch(`${result}?format=jsonl`)
  const lines = (await answer.text()).trim().split('\n')
  const film = await fetch(`${result}?format=mp4`, { method: 'HEAD' })
  return answer.ok && lines.length === 1 + FRAMES && film.ok === hasFilm
}

/** Those that are ending have a moment for it. */
async function orphansOf(dir: string): Promise<readonly string[]> {
  for (let tries = 0; tries < 50 && processesOf(dir).length > 0; tries++) await setTimeout(100)
  return processesOf(dir)
}

function leftBehind(data: string): readonly string[] {
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

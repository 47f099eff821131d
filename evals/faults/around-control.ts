import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Stage } from '../../src/contract/channels/status.ts'
import type { HandPage } from '../../test/support/app-by-hand/hand-page.ts'
import { THROWS } from '../../test/support/app-by-hand/throw-in-stage.ts'
import { until } from '../../test/support/until.ts'
import type { Random } from '../pointing/random.ts'
import type { Fault } from './fault-kinds.ts'
import { descendants } from './whole-app.ts'

/** What goes wrong beside control, which is to notice none of it: the hand lets go when it likes, and is heard as ever. */
const beside = { isEndedByHand: true } as const
const nothing = (): void => undefined

const FEATURES: readonly Stage[] = [
  ...(['camera', 'tracking', 'letters', 'project', 'tuning', 'recordings'] as const),
  ...(['videos', 'service', 'settings', 'diagnostics', 'command-line'] as const),
]
/** Enough for what is open, and for nothing more. */
const SPARE_DESCRIPTORS = 1

export const AROUND_CONTROL: readonly Fault[] = [
  {
    ...beside,
    kind: 'feature failed',
    strike: (page, random) =>
      page.order({ kind: 'throw', stage: pick(FEATURES, random), how: pick(THROWS, random) }),
    mend: nothing,
  },
  { ...beside, kind: 'service killed', strike: serviceHears('SIGKILL'), mend: serviceAnew },
  {
    ...beside,
    kind: 'service stopped',
    strike: serviceHears('SIGSTOP'),
    mend: async (page) => {
      await serviceHears('SIGCONT')(page)
    },
  },
  { ...beside, kind: 'service door garbage', strike: garbageToService, mend: nothing },
  { ...beside, kind: 'queue file damaged', strike: damageQueue, mend: nothing },
  { ...beside, kind: 'project file garbage', strike: damageProject, mend: nothing },
  { ...beside, kind: 'descriptors gone', strike: starve, mend: feed },
  {
    ...beside,
    kind: 'listener stopped',
    strike: listenerHears('SIGSTOP'),
    mend: listenerHears('SIGCONT'),
  },
  { ...beside, kind: 'listener killed', strike: listenerHears('SIGKILL'), mend: nothing },
]

const service = (page: HandPage): number | undefined => childOf(page, 'serve')

async function wanted(page: HandPage): Promise<number> {
  if (service(page) === undefined) await serviceAnew(page)
  let found: number | undefined
  await until('the service', () => (found = service(page)) !== undefined, 10_000)
  return found ?? 0
}

function serviceHears(signal: NodeJS.Signals): (page: HandPage) => Promise<void> {
  return async (page) => {
    process.kill(await wanted(page), signal)
  }
}

/** One that has ended too often is started again by whoever asks for it again. */
async function serviceAnew(page: HandPage): Promise<void> {
  await page.change({ runsService: false })
  await page.change({ runsService: true })
}

async function garbageToService(page: HandPage, random: Random): Promise<void> {
  await wanted(page)
  for (const port of page.servicePorts()) {
    const socket = connect(port, '127.0.0.1').on('error', () => socket.destroy())
    socket.end(Buffer.from(Array.from({ length: 2000 }, () => Math.floor(256 * random.uniform()))))
  }
}

async function damageQueue(page: HandPage, random: Random): Promise<void> {
  const folder = join(page.data, 'videos')
  await mkdir(folder, { recursive: true })
  const bytes = Array.from({ length: 4096 }, () => Math.floor(256 * random.uniform()))
  await writeFile(join(folder, 'jobs.sqlite'), Buffer.from(bytes))
  page.openVideos()
}

async function damageProject(page: HandPage): Promise<void> {
  await writeFile(join(page.data, 'projects', 'broken.json'), '{"version": 1, "id": [')
}

/** Nothing more can be opened: no file, no child, no connection. */
function starve(page: HandPage): void {
  const open = readdirSync(`/proc/${String(page.app.pid)}/fd`).length
  limit(page, open + SPARE_DESCRIPTORS)
  page.openVideos()
}

function feed(page: HandPage): void {
  limit(page, 1024)
}

function limit(page: HandPage, descriptors: number): void {
  execFileSync('prlimit', [`--nofile=${descriptors}:`, '--pid', String(page.app.pid)])
}

function listenerHears(signal: NodeJS.Signals): (page: HandPage) => void {
  return (page) => {
    const pid = childOf(page, 'listener-process')
    if (pid !== undefined) process.kill(pid, signal)
  }
}

const childOf = (page: HandPage, program: string): number | undefined =>
  descendants(page.app.pid ?? 0).find(({ args }) => args.includes(`programs/${program}`))?.pid

function pick<One>(from: readonly One[], random: Random): One {
  const one = from[Math.floor(random.uniform() * from.length)]
  if (one === undefined) throw new Error('faults: expected something to pick from')
  return one
}

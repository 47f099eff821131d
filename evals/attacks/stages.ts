import type { AttackKind } from './attempt.ts'
import { CONTROL_CHANNEL } from './app/control-channel.ts'
import { IMPORTED_PROJECTS, UNCHOSEN_PROJECTS } from './app/imported-projects.ts'
import { OTHER_USERS } from './app/other-users.ts'
import { STOLEN_TOKENS } from './app/stolen-tokens.ts'
import { SUB_PROTOCOLS } from './app/sub-protocols.ts'
import { FILES_AT_START, FILES_WHILE_IT_RUNS } from './app/user-files.ts'
import { WINDOW_HOSTS, WINDOW_ORIGINS } from './app/window-doors.ts'
import { WINDOW_PATHS } from './app/window-paths.ts'
import { INSTANCE_LOCKS } from './machine/instance-locks.ts'
import { QUEUE_FILES } from './machine/queue-files.ts'
import { SCARCITY } from './machine/scarcity.ts'
import { VIRTUAL_DISPLAY } from './machine/virtual-display.ts'
import { ask } from './means/ask.ts'
import { makeVideos } from './means/made-files.ts'
import { CROSS_SITE } from './service/cross-site.ts'
import { EMBEDDING } from './service/embedding.ts'
import { ENDLESS_FILMS } from './service/endless-films.ts'
import { FLOODS } from './service/floods.ts'
import { FORMS_OF_JOBS } from './service/forms.ts'
import { SERVICE_HOSTS } from './service/hosts.ts'
import { JOB_REQUESTS } from './service/job-requests.ts'
import { LONG_MESSAGES } from './service/long-messages.ts'
import { SERVICE_ORIGINS } from './service/origins.ts'
import { PICTURES_SENT } from './service/pictures.ts'
import { PLAYLISTS } from './service/playlists.ts'
import { holdSlowClients } from './service/slow-clients.ts'
import { TOKENS } from './service/tokens.ts'
import { ABORTED_UPLOADS } from './service/uploads.ts'
import { VIDEO_PATHS } from './service/video-paths.ts'
import { NOTHING_SHARED, strikeAll, type Attacked, type Strike } from './strike-all.ts'
import { appVictim, type AppVictim } from './victims/app-victim.ts'
import { serviceVictim, type ServiceVictim } from './victims/service-victim.ts'

/** Those that change nothing of the service come first; those that may end it last. */
const SERVICE: readonly AttackKind<ServiceVictim>[] = [
  ...[SERVICE_HOSTS, SERVICE_ORIGINS, CROSS_SITE, TOKENS, EMBEDDING, VIDEO_PATHS, JOB_REQUESTS],
  ...[
    PLAYLISTS,
    ENDLESS_FILMS,
    ABORTED_UPLOADS,
    FORMS_OF_JOBS,
    FLOODS,
    PICTURES_SENT,
    LONG_MESSAGES,
  ],
]
const APP: readonly AttackKind<AppVictim>[] = [
  ...[WINDOW_HOSTS, WINDOW_ORIGINS, WINDOW_PATHS, SUB_PROTOCOLS, CONTROL_CHANNEL, OTHER_USERS],
  ...[IMPORTED_PROJECTS, FILES_WHILE_IT_RUNS],
]
const MACHINE: readonly AttackKind<Attacked>[] = [
  ...[STOLEN_TOKENS, VIRTUAL_DISPLAY, INSTANCE_LOCKS, FILES_AT_START, UNCHOSEN_PROJECTS],
  ...[QUEUE_FILES, SCARCITY],
]

/** Told by what is answered alone, within seconds: neither memory nor a clock decides. */
export const QUICK: readonly { readonly kind: string }[] = [
  ...[SERVICE_HOSTS, SERVICE_ORIGINS, CROSS_SITE, TOKENS, EMBEDDING, VIDEO_PATHS, JOB_REQUESTS],
  ...[WINDOW_HOSTS, WINDOW_ORIGINS, WINDOW_PATHS, SUB_PROTOCOLS, CONTROL_CHANNEL],
]

export interface StageResult {
  readonly strikes: readonly Strike[]
  readonly secondsHung: number
}
/** Whether a kind is wanted. */
export type Wanted = (kind: { readonly kind: string }) => boolean

/** Everything against the service; slow clients are held by another one meanwhile. */
export async function attackService(isWanted: Wanted): Promise<StageResult> {
  const kinds = SERVICE.filter(isWanted)
  if (kinds.length === 0) return NONE
  const victim = serviceVictim()
  try {
    makeVideos(victim)
    await victim.start()
    await expectFriendLetIn(victim)
    const strikes: Strike[] = []
    for (const kind of kinds) strikes.push(...(await strikeAll(kind, victim)))
    return { strikes, secondsHung: victim.hungS() }
  } finally {
    await victim.close()
  }
}

export async function attackApp(isWanted: Wanted): Promise<StageResult> {
  const kinds = APP.filter(isWanted)
  if (kinds.length === 0) return NONE
  const victim = appVictim(['--engaged'])
  try {
    await victim.start()
    const strikes: Strike[] = []
    for (const kind of kinds) strikes.push(...(await strikeAll(kind, victim)))
    return { strikes, secondsHung: victim.hungS() }
  } finally {
    await victim.close()
  }
}

export async function attackMachine(isWanted: Wanted): Promise<StageResult> {
  const strikes: Strike[] = []
  for (const kind of MACHINE.filter(isWanted)) {
    strikes.push(...(await strikeAll(kind, NOTHING_SHARED)))
  }
  return { strikes, secondsHung: 0 }
}

/** From the beginning to the end of everything else. */
export async function whileSlowClientsWait(
  isWanted: Wanted,
  others: () => Promise<readonly StageResult[]>,
): Promise<readonly StageResult[]> {
  if (!isWanted({ kind: 'service: slow clients' })) return others()
  const victim = serviceVictim()
  try {
    await victim.start()
    const slow = holdSlowClients(victim)
    const before = await others()
    const strikes = await strikeAll(slow.attempts, victim)
    slow.close()
    return [...before, { strikes, secondsHung: victim.hungS() }]
  } finally {
    await victim.close()
  }
}

/** A service that turns everybody away refuses every attack, and is of no use. */
async function expectFriendLetIn(victim: ServiceVictim): Promise<void> {
  const headers = { ...victim.headers(), 'content-type': 'application/json' }
  const body = JSON.stringify({ video_path: 'ok.mp4', model: 'lite', every_nth: 1000 })
  const to = { port: victim.port(), path: '/pose/video', method: 'POST', headers, body }
  const { status } = await ask(to)
  if (status !== 202) throw new Error(`expectFriendLetIn: expected 202, got ${status}`)
}

const NONE: StageResult = { strikes: [], secondsHung: 0 }

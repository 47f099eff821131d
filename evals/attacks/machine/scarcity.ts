import { spawnSync } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { ended, refused, skipped, type Attempt, type AttackKind, type Outcome } from '../attempt.ts'
import { ask } from '../means/ask.ts'
import { makeVideos } from '../means/made-files.ts'
import type { Attacked } from '../strike-all.ts'
import { serviceVictim, type ServiceOrder, type ServiceVictim } from '../victims/service-victim.ts'

/** A machine that runs out of something while the service works. */
export const SCARCITY: AttackKind<Attacked> = {
  kind: 'service: nothing left of the machine',
  attempts: () => [fullLogDisk, noDescriptors],
}

const LOGS = '{}/logs'
/** A file system of its own, which nobody else sees and which goes with the process. */
const ON_FULL_DISK = [
  ...['unshare', '--mount', 'sh', '-c'],
  `mkdir -p ${LOGS} && mount -t tmpfs -o size=64k tmpfs ${LOGS} && dd if=/dev/zero of=${LOGS}/full bs=1k 2>/dev/null; exec "$@"`,
  'sh',
]

const fullLogDisk: Attempt<Attacked> = {
  what: 'a full disk under the log files',
  limitMs: 60_000,
  strike: () =>
    canMount()
      ? withService(
          {
            under: ON_FULL_DISK,
            env: (dir) => ({ POSE_LOG_DIR: `${dir}/logs` }),
            logLevel: 'info',
          },
          async (victim) => {
            for (let asked = 0; asked < 20; asked += 1) {
              const headers = { host: 'evil.example' }
              await ask({ port: victim.port(), path: '/health', headers })
            }
          },
        )
      : Promise.resolve(skipped('only root may mount a small disk')),
}

const DESCRIPTORS = 150
const CONNECTIONS = 300

const noDescriptors: Attempt<Attacked> = {
  what: `${CONNECTIONS} idle strangers where ${DESCRIPTORS} descriptors are allowed, with a job at work`,
  limitMs: 60_000,
  strike: () =>
    withService(
      { under: ['prlimit', `--nofile=${DESCRIPTORS}:${DESCRIPTORS}`] },
      async (victim) => {
        makeVideos(victim)
        const headers = { ...victim.headers(), 'content-type': 'application/json' }
        const body = JSON.stringify({ video_path: 'ok.mp4', model: 'lite' })
        await ask({ port: victim.port(), path: '/pose/video', method: 'POST', headers, body })
        const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => idle(victim)))
        await new Promise((resolve) => setTimeout(resolve, 5000))
        for (const socket of sockets) socket.destroy()
      },
    ),
}

function idle(victim: ServiceVictim): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(victim.port(), '127.0.0.1', () => {
      resolve(socket)
    })
    socket.on('error', () => {
      resolve(socket)
    })
  })
}

/** Whether it lives afterwards, and answers. */
async function withService(
  order: ServiceOrder,
  strike: (victim: ServiceVictim) => Promise<void>,
): Promise<Outcome> {
  const victim = serviceVictim(order)
  try {
    await victim.start()
    if (!victim.isAlive()) return ended(`at its start: ${victim.said().slice(-200)}`)
    await strike(victim)
    await new Promise((resolve) => setTimeout(resolve, 500))
    const { host = '' } = victim.headers()
    const { status } = await ask({ port: victim.port(), path: '/health', headers: { host } })
    return victim.isAlive() && status > 0
      ? refused(`health ${status}`)
      : ended(victim.said().slice(-200))
  } finally {
    await victim.close()
  }
}

const canMount = (): boolean =>
  process.platform === 'linux' &&
  spawnSync('unshare', ['--mount', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0

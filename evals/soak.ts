import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { makeVideos } from './attacks/means/made-files.ts'
import { appVictim } from './attacks/victims/app-victim.ts'
import { serviceVictim } from './attacks/victims/service-victim.ts'
import { loadApp } from './soak/app-load.ts'
import { growthOf } from './soak/growth.ts'
import { loadService } from './soak/service-load.ts'
import { watchProcesses, type RoleMinute } from './soak/watch-processes.ts'

/*
 * Whether app and service grow: memory and descriptors of each of their processes, minute by minute, while clients come and go,
 * pictures and videos are asked about, hands are paused and projects are gone through. `npm run eval -- soak [--minutes N]`
 *
 * Memory is what a process has written to: for itself, and its share of what several have. Of each minute the least counts. What
 * the first two minutes add is caches and the first use of everything; from then on nothing is to grow.
 */
const MINUTE_MS = 60_000

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } })
const wanted = Number(values.minutes)

const service = serviceVictim()
const app = appVictim([], { DISPLAY: '' }, 'demo')
const minutes: (readonly RoleMinute[])[] = []
try {
  makeVideos(service)
  await service.start()
  await app.start()
  await soak()
} finally {
  await app.close()
  await service.close()
}
report()

async function soak(): Promise<void> {
  const stopService = loadService(service)
  const stopApp = loadApp(app.home)
  const watch = watchProcesses([
    { role: 'service', pid: service.pid() },
    { role: 'app', pid: app.beckon().process.pid ?? 0 },
  ])
  for (let count = 0; count < wanted; count += 1) {
    await setTimeout(MINUTE_MS)
    const minute = watch.minute()
    minutes.push(minute)
    const shown = minute.map(
      ({ role, memoryMb, descriptors }) => `${role} ${memoryMb.toFixed(0)}/${descriptors}`,
    )
    console.log(`${count + 1} min: ${shown.join(', ')}`)
  }
  watch.stop()
  const [ofService, ofApp] = await Promise.all([stopService(), stopApp()])
  console.log(`service: ${JSON.stringify(ofService)}`)
  console.log(`app: ${JSON.stringify(ofApp)}`)
  if (!service.isAlive() || !app.isAlive()) throw new Error('soak: a process has ended')
}

function report(): void {
  const roles = [...new Set(minutes.flat().map(({ role }) => role))]
  const growths = growthOf(minutes)
  console.table(
    Object.fromEntries(
      roles.map((role) => {
        const growth = growths.find((one) => one.role === role)
        const percent = growth === undefined ? '' : (growth.memoryRatio * 100).toFixed(1)
        return [
          role,
          { ...cellsOf(role), 'growth %': percent, 'fds more': growth?.descriptors ?? '' },
        ]
      }),
    ),
  )
  console.log(
    'Each minute: MB of its own / descriptors. No growth is told of who comes and goes, or is small.',
  )
  const figures = {
    minutes: minutes.length,
    worstGrowth: Number(Math.max(0, ...growths.map(({ memoryRatio }) => memoryRatio)).toFixed(3)),
    processes: growths.length,
    descriptorGrowth: Math.max(0, ...growths.map(({ descriptors }) => descriptors)),
  }
  console.log(JSON.stringify({ eval: 'soak', figures }))
}

function cellsOf(role: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    minutes.map((minute, index) => {
      const own = minute.find((one) => one.role === role)
      return [
        String(index + 1),
        own === undefined ? '' : `${own.memoryMb.toFixed(0)}/${own.descriptors}`,
      ]
    }),
  )
}

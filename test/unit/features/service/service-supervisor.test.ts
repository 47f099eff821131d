import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ServiceState } from '../../../../src/contract/channels/service-channels.ts'
import { inEnglish } from '../../../../src/core/sentence/sentence.ts'
import { runLater } from '../../../../src/node/later.ts'
import {
  ServiceSupervisor,
  type ServiceDependencies,
} from '../../../../src/main/features/service/service-supervisor.ts'
import { openServiceClient } from '../../../../src/main/features/service/service-client.ts'
import { plainClient } from '../../../support/letter-service.ts'
import { until } from '../../../support/until.ts'

const resources = join(import.meta.dirname, '../../../../resources')
let dataDir: string
beforeAll(() => void (dataDir = mkdtempSync(join(tmpdir(), 'beckon-service-'))))
afterAll(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }))

/** Opening the models takes a second; a busy machine is given its time. */
const START_MS = 40_000
const open: ServiceSupervisor[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((supervisor) => supervisor.close()))
  delete process.env['BECKON_SERVE_PORT']
  delete process.env['BECKON_SERVE_HOST']
})

const withToken = () => ({
  authorization: `Bearer ${readFileSync(join(dataDir, 'service-token'), 'utf8').trim()}`,
})

/** With everything that it has shown. */
function keep(world: Partial<ServiceDependencies> = {}) {
  const shown: ServiceState[] = []
  const reported: string[] = []
  const supervisor = new ServiceSupervisor({
    open: (hear) => openServiceClient({ resources, dataDir }, hear),
    show: (state) => shown.push(state),
    report: (message) => reported.push(inEnglish(message)),
    nowMs: () => 0,
    after: runLater,
    ...world,
  })
  open.push(supervisor)
  return { supervisor, shown, reported }
}

const kind = (supervisor: ServiceSupervisor) => supervisor.state.kind

describe('the service as a setting of the app', () => {
  test('runs on this computer only, answers, and ends when it is switched off', async () => {
    process.env['BECKON_SERVE_PORT'] = '0'
    process.env['BECKON_SERVE_HOST'] = '0.0.0.0'
    const { supervisor, shown } = keep()
    supervisor.follow(true)
    await until('the service to run', () => kind(supervisor) === 'running', START_MS)
    const { state } = supervisor
    if (state.kind !== 'running') throw new Error('expected it to run')
    expect(state.address).toMatch(/^ws:\/\/127\.0\.0\.1:\d+$/)
    expect(state.tokenFile).toBe(join(dataDir, 'service-token'))
    await expect(plainClient(state.address)).rejects.toThrow('refused')
    const client = await plainClient(state.address, { headers: withToken() })
    client.sendFrame()
    expect(await client.nextAnswer()).toHaveProperty('maxarg_letter')
    const closed = client.closed()
    await supervisor.close()
    expect(await closed).toBe(1001)
    expect(shown.map((one) => one.kind)).toEqual(['starting', 'running', 'off'])
    await expect(plainClient(state.address, { headers: withToken() })).rejects.toThrow()
  })

  test('is ended and started again when it hangs', async () => {
    process.env['BECKON_SERVE_PORT'] = '0'
    const pids: number[] = []
    const { supervisor, shown, reported } = keep({
      // Time passes five times as fast.
      after: (delayMs, act) => runLater(delayMs / 5, act),
      open: (hear) => {
        const client = openServiceClient({ resources, dataDir }, hear)
        pids.push(client.pid)
        return client
      },
    })
    supervisor.follow(true)
    await until('the service to run', () => kind(supervisor) === 'running', START_MS)
    process.kill(pids[0]!, 'SIGSTOP')
    await until('the service to be started again', () => pids.length === 2, START_MS)
    await until('the service to run again', () => kind(supervisor) === 'running', START_MS)
    expect(reported[0]).toContain('stopped answering')
    expect(shown.slice(0, 3).map((one) => one.kind)).toEqual(['starting', 'running', 'starting'])
  })

  test('says why it cannot run where the port is taken, and runs when it is free and switched on again', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    process.env['BECKON_SERVE_PORT'] = String(port)
    const { supervisor } = keep()
    supervisor.follow(true)
    await until('the service to fail', () => kind(supervisor) === 'failed', START_MS)
    const reason = `Port ${port} is taken by another program.`
    expect(supervisor.state).toEqual({ kind: 'failed', reason })
    await new Promise((resolve) => other.close(resolve))
    supervisor.follow(false)
    supervisor.follow(true)
    await until('the service to run', () => kind(supervisor) === 'running', START_MS)
  })
})

test('the service ends when the app is killed', async () => {
  const client = pathToFileURL(
    join(import.meta.dirname, '../../../../src/main/features/service/service-client.ts'),
  ).href
  const program = `import { openServiceClient } from ${JSON.stringify(client)}
    const start = ${JSON.stringify({ resources, dataDir })}
    openServiceClient(start, (news) => console.log(JSON.stringify(news)))`
  const app = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, BECKON_SERVE_PORT: '0' },
  })
  const [line] = await once(createInterface({ input: app.stdout }), 'line')
  const health = `${JSON.parse(line).address.replace('ws', 'http')}/health`
  expect((await fetch(health, { headers: withToken() })).ok).toBe(true)
  app.kill('SIGKILL')
  await until('the service to be gone', () =>
    fetch(health).then(
      () => false,
      () => true,
    ),
  )
})

/** A process that does what the test says. */
function played() {
  type Hear = Parameters<ServiceDependencies['open']>[0]
  const processes: { readonly hear: Hear; readonly stopped: () => void }[] = []
  const stops: (() => void)[] = []
  const waiting = new Set<() => void>()
  let pings = 0
  const { supervisor, shown, reported } = keep({
    open: (hear) => {
      let stopped = (): void => undefined
      const ended = new Promise<void>((resolve) => (stopped = resolve))
      stops.push(stopped)
      processes.push({ hear, stopped })
      const ping = (): void => void (pings += 1)
      const kill = (): void => hear({ kind: 'ended' })
      return { pid: 0, ping, kill, stop: () => ended }
    },
    after: (_delayMs, act) => {
      waiting.add(act)
      return () => waiting.delete(act)
    },
  })
  /** Everything that waits comes, and what waits then does not. */
  const pass = async (): Promise<void> => {
    for (const act of [...waiting]) {
      waiting.delete(act)
      act()
    }
    await settled()
  }
  const endAll = (): void => stops.forEach((stop) => stop())
  return { supervisor, shown, reported, processes, pass, pings: () => pings, endAll }
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('supervision of the service', () => {
  test('starts it again when it ends by itself, and gives up at the third time', async () => {
    const { supervisor, processes, pass, reported, endAll } = played()
    supervisor.follow(true)
    for (let count = 0; count < 3; count++) {
      await pass()
      processes[count]!.hear({ kind: 'listening', address: 'ws://127.0.0.1:1' })
      processes[count]!.hear({ kind: 'ended' })
    }
    await settled()
    expect(processes).toHaveLength(3)
    expect(supervisor.state).toMatchObject({
      kind: 'failed',
      reason: 'The service for other programs ended unexpectedly three times in 5 minutes.',
    })
    const message = 'The service for other programs ended unexpectedly. It is being restarted.'
    expect(reported).toEqual([message, message])
    endAll()
  })

  test('ends one that gives no sign of life, says so, and starts it again', async () => {
    const { supervisor, processes, pass, pings, reported, endAll } = played()
    supervisor.follow(true)
    await settled()
    const [first] = processes
    first!.hear({ kind: 'listening', address: 'ws://127.0.0.1:1' })
    for (let second = 0; second < 30; second++) {
      await pass()
      first!.hear({ kind: 'pong' })
    }
    expect([processes.length, pings(), reported]).toEqual([1, 31, []])
    for (let second = 0; second < 11; second++) await pass()
    const message = 'The service for other programs stopped answering. It is being restarted.'
    expect([reported, supervisor.state]).toEqual([[message], { kind: 'starting' }])
    await pass()
    expect(processes).toHaveLength(2)
    endAll()
  })

  test('waits for the one before to end, for there is one port', async () => {
    const { supervisor, processes, endAll } = played()
    supervisor.follow(true)
    await settled()
    supervisor.follow(false)
    supervisor.follow(true)
    await settled()
    expect(processes).toHaveLength(1)
    processes[0]!.stopped()
    await settled()
    expect(processes).toHaveLength(2)
    // What the first one says now is nobody's news.
    processes[0]!.hear({ kind: 'ended' })
    expect(supervisor.state).toEqual({ kind: 'starting' })
    endAll()
  })
})

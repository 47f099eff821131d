import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../../../src/server/http/config.ts'
import { startWholeService } from '../../../support/whole-service.ts'
import { plainClient } from '../../../support/letter-service.ts'

const ENTRY = join(import.meta.dirname, '../../../../src/programs/serve.ts')
const children: ChildProcess[] = []
const home = mkdtempSync(join(tmpdir(), 'beckon-serve-'))
afterAll(() => rmSync(home, { recursive: true }))
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Started as `npm run serve` does; resolves with its address when it listens. */
async function serve(...flags: readonly string[]) {
  const usual = ['--port', '0', '--log-level', 'silent', '--no-token']
  const child = spawn(process.execPath, [ENTRY, ...usual, ...flags], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, BECKON_HOME: home },
  })
  children.push(child)
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stderr })) {
    const [url] = /ws:\S+/.exec(line) ?? []
    if (url !== undefined) return { child, url, ended }
  }
  throw new Error('the service did not start')
}

describe('npm run serve', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends well on %s and tells its clients',
    async (signal) => {
      const { child, url, ended } = await serve()
      const client = await plainClient(url)
      const fromMs = performance.now()
      child.kill(signal)
      expect(await client.closed()).toBe(1001)
      expect(await ended).toEqual([0, null])
      // 100 ms are promised of an idle service; how busy the machine is decides nothing here.
      expect(performance.now() - fromMs).toBeLessThan(2000)
    },
    30_000,
  )

  test('ends while its clients go on sending frames', async () => {
    const { child, url, ended } = await serve('--max-rate', '1000')
    const clients = await Promise.all(Array.from({ length: 4 }, () => plainClient(url)))
    const sending = clients.map((client) => setInterval(() => client.sendFrame(), 10))
    await Promise.all(clients.map((client) => client.nextAnswer()))
    child.kill('SIGTERM')
    expect(await Promise.all(clients.map((client) => client.closed()))).toEqual(Array(4).fill(1001))
    expect(await ended).toEqual([0, null])
    sending.forEach(clearInterval)
  }, 30_000)

  test('goes on when those that it refuses reset their connections', async () => {
    const { child, url } = await serve()
    const port = Number(new URL(url).port)
    for (let count = 0; count < 20; count++) await resetRefused(port)
    const client = await plainClient(url)
    client.sendFrame()
    expect(await client.nextAnswer()).toHaveProperty('maxarg_letter')
    expect(child.exitCode).toBeNull()
  }, 30_000)

  test('does not wait for a connection that a browser holds ready and has not used', async () => {
    const { child, url, ended } = await serve()
    const unused = connect(Number(new URL(url).port), '127.0.0.1')
    await once(unused, 'connect')
    // Answered, so the connection before it has been taken.
    await fetch(`${url.replace('ws:', 'http:')}/health`)
    const beganMs = performance.now()
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect(performance.now() - beganMs).toBeLessThan(20_000)
    unused.destroy()
  })
})

describe('a service with a token', () => {
  test('keeps it out of its logs, and pages of allowed origins can ask over HTTP', async () => {
    const origins = ['--origins', 'https://app.example']
    const flags = [...origins, '--pose-pool-size', '7']
    const token = 'open sesame, and let me in'
    const withToken = { BECKON_REDIS_URL: '', BECKON_SERVE_NO_TOKEN: '', BECKON_SERVE_TOKEN: token }
    const service = await startWholeService(() => withToken, flags)
    const { ask } = service
    const authorization = `Bearer ${token}`
    expect((await ask('/health')).status).toBe(401)
    expect((await ask('/demo/demo.css')).status).toBe(200)
    const headers = { origin: 'https://app.example' }
    const health = await ask('/health', { headers: { ...headers, authorization } })
    expect([health.status, health.headers.get('access-control-allow-origin')]).toEqual([
      200,
      'https://app.example',
    ])
    const preflight = await ask('/pose/video', { method: 'OPTIONS', headers })
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
      204,
      expect.stringContaining('DELETE'),
    ])
    const stranger = { origin: 'https://else.example' }
    const inAddress = await ask(`/health?token=${encodeURIComponent(token)}`)
    expect(inAddress.status).toBe(401)
    const refused = await ask('/health', { headers: { ...stranger, authorization } })
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([
      403,
      null,
    ])
    await expect.poll(() => service.said()).toContain('/health')
    expect(service.said()).not.toMatch(/sesame/)
    expect(service.said()).toMatch(
      /^The service is set to .*"origins":\["https:\/\/app\.example"\]/m,
    )
    expect(service.said()).toMatch(/^Videos on .*"poolSize":7/m)
    await service.close()
  })
})

/** Asks to connect under a name that is not served, and resets the connection as soon as it is refused. */
async function resetRefused(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.write(
    'GET / HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  )
  await once(socket, 'data')
  socket.resetAndDestroy()
  await once(socket, 'close')
}

describe('configuration of the service', () => {
  test('flags win over the environment', () => {
    const env = { BECKON_SERVE_PORT: '9000', BECKON_SERVE_MAX_CLIENTS: '7' }
    expect(readConfig(['--port', '9001'], env)).toMatchObject({
      kind: 'config',
      config: { host: '127.0.0.1', port: 9001, maxClients: 7 },
      tokenSource: { kind: 'file', path: undefined },
    })
  })

  test('what is set of the video jobs can be set by flags as well, which the help names', () => {
    const read = readConfig(['--pose-pool-size', '3', '--debug-mode', 'true'], {})
    expect(read).toMatchObject({ poseFlags: { POSE_POOL_SIZE: '3', DEBUG_MODE: 'true' } })
    const help = readConfig(['--help'], {})
    expect(help).toMatchObject({
      kind: 'help',
      text: expect.stringMatching(/--pose-timeout-ms +POSE_TIMEOUT_MS .*180000/),
    })
  })

  test.each([
    ['other machines without a token', ['--host', '0.0.0.0', '--no-token'], /needs a token/],
    ['a token that everybody can read', ['--token', 'x'.repeat(20)], /--token-file/],
    ['a port that is none', ['--port', 'http'], /--port/],
    ['a flag that there is not', ['--colour', 'red'], /colour/],
  ])('%s is a problem in words', (_name, flags, words) => {
    const read = readConfig(flags, {})
    expect(read).toEqual({ kind: 'problem', text: expect.stringMatching(words) })
  })

  test('a token of the environment is taken when it is long enough', () => {
    expect(readConfig([], { BECKON_SERVE_TOKEN: 'x'.repeat(15) })).toMatchObject({
      kind: 'problem',
      text: expect.stringMatching(/too short: it needs 16/),
    })
    const token = 'x'.repeat(16)
    expect(readConfig(['--host', '0.0.0.0'], { BECKON_SERVE_TOKEN: token })).toMatchObject({
      kind: 'config',
      tokenSource: { kind: 'given', token },
    })
  })
})

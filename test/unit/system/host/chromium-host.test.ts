import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { connectRaw, tokenIn } from '../../../support/link-page-client.ts'
import { until } from '../../../support/until.ts'
import { missingPrograms, startX } from '../../../support/x11.ts'
import { startLoopbackServer } from '../../../../src/main/system/ipc/loopback-server.ts'
import type { Host, HostCommand } from '../../../../src/main/system/host/host.ts'
import { inEnglish } from '../../../../src/core/sentence/sentence.ts'
import {
  createChromiumHost,
  type ChromiumHostOptions,
} from '../../../../src/main/system/host/chromium/chromium-host.ts'
import { findBrowser } from '../../../../src/main/system/host/chromium/find-browser.ts'
import { thisMachine } from '../../../../src/main/system/host/chromium/machine.ts'

const hasBrowser = process.platform === 'linux' && findBrowser(thisMachine()).ok

/** Connects as our page does, once it has the camera: so a connection proves the permission too. */
const PAGE = `
  const stream = await navigator.mediaDevices.getUserMedia({ video: true })
  const token = location.hash.replace('#token=', '')
  const socket = new WebSocket('ws://' + location.host + '/link', ['beckon.v1', 'secret.' + token])
  socket.onopen = () => socket.send('{"kind":"hello","session":"page","received":0}')`

/** And answers when it is asked whether it is there. */
const ANSWERING_PAGE = `${PAGE}
  let sent = 0
  socket.onmessage = ({ data }) => {
    const { kind, channel, sequence, payload } = JSON.parse(data)
    if (kind !== 'latest') return
    socket.send(JSON.stringify({ kind: 'taken', channel, sequence }))
    socket.send(JSON.stringify({ kind: 'latest', channel: 'pong', sequence: (sent += 1), payload }))
  }`
let answers = 0

let dir = ''
let host: Host | undefined
const commands: HostCommand[] = []

let port = 0

async function makeHost(
  kind: 'chromium' | 'headless',
  limits = {},
  hearUrl: (url: string) => void = () => undefined,
): Promise<Host> {
  const server = await startLoopbackServer({ folders: { '/': join(dir, 'page') } })
  if (!server.ok) throw new Error(inEnglish(server.problem.message))
  port = server.value.port
  const pageUrl = (): string => {
    const url = server.value.pageUrl()
    hearUrl(url)
    return url
  }
  const page = { ...server.value, pageUrl }
  page.end.on('pong', () => (answers += 1))
  const options: ChromiumHostOptions = { kind, server: page, dataDir: dir, ...limits }
  host = createChromiumHost(options)
  host.onCommand((command) => commands.push(command))
  return host
}

/** Process ids of every process of our browser: its profile is in all their command lines. */
const browserPids = (): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && commandLine(pid).includes(join(dir, 'browser-profile')))
const mainPid = (): number =>
  browserPids().find((pid) => !/--type=|crashpad/.test(commandLine(pid))) ?? 0
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

beforeEach(async () => {
  commands.length = 0
  answers = 0
  dir = await mkdtemp(join(tmpdir(), 'beckon-host-'))
  await mkdir(join(dir, 'page'))
  const html = '<!doctype html><title>Beckon test</title><script type="module" src="/page.js">'
  await writeFile(join(dir, 'page', 'index.html'), `${html}</script>`)
  await writeFile(join(dir, 'page', 'page.js'), PAGE)
  vi.stubEnv('BECKON_CHROMIUM_FLAGS', '--use-fake-device-for-media-stream')
})
afterEach(async () => {
  await host?.close()
  host = undefined
  vi.unstubAllEnvs()
  await rm(dir, { recursive: true, maxRetries: 5 })
})

describe.skipIf(!hasBrowser)('the headless host (skipped without Linux and a browser)', () => {
  test('opens the page with the camera allowed, and leaves no process when it closes', async () => {
    const headless = await makeHost('headless')
    expect(await headless.open()).toEqual({ ok: true, value: undefined })
    expect(browserPids().length).toBeGreaterThan(1)
    await headless.close()
    await until('its processes to end', () => browserPids().length === 0)
    expect(commands).toEqual([])
  }, 60_000)

  test('gives nothing away in its command lines, and leaves no file of its own behind', async () => {
    const headless = await makeHost('headless')
    await headless.open()
    const lines = browserPids().map(commandLine)
    expect(lines.some((line) => line.includes('open-beckon.html'))).toBe(true)
    expect(lines.filter((line) => /[0-9a-f]{32}|token/.test(line))).toEqual([])
    const opening = await stat(join(dir, 'browser-profile', 'open-beckon.html'))
    expect(opening.mode & 0o777).toBe(0o600)
    await headless.close()
    const left = await readdir(join(dir, 'browser-profile'))
    expect(left.filter((name) => ['open-beckon.html', 'tmp'].includes(name))).toEqual([])
  }, 60_000)

  test('tells who came with the key of its page, and opens another when asked to', async () => {
    let token = ''
    const headless = await makeHost('headless', {}, (url) => (token = tokenIn(url)))
    await headless.open()
    const stolen = token
    await expect(connectRaw(port, stolen)).rejects.toThrow('401')
    await until('the loss', () => commands.length > 1)
    expect(commands).toMatchObject([
      { kind: 'intrusion', problem: { stage: 'link', severity: 'high' } },
      { kind: 'window-lost', reason: 'Another program came with the key of the window.' },
    ])
    expect(await headless.open()).toEqual({ ok: true, value: undefined })
  }, 60_000)

  test('leaves no process when the app fails while the browser starts', async () => {
    const headless = await makeHost('headless')
    headless.prepare()
    await headless.close()
    await until('its processes to end', () => browserPids().length === 0)
    expect(commands).toEqual([])
  }, 60_000)

  test('names a browser that breaks down, and opens another when asked to', async () => {
    const headless = await makeHost('headless')
    await headless.open()
    process.kill(mainPid(), 'SIGKILL')
    const [lost] = await until('the loss', () => commands.length > 0 && commands)
    expect(lost).toMatchObject({ kind: 'window-lost' })
    expect(lost?.kind === 'window-lost' && lost.reason).toMatch(/broke down: signal SIGKILL/)
    expect(await headless.open()).toEqual({ ok: true, value: undefined })
  }, 60_000)

  test('notices a page that is gone while its browser lives', async () => {
    // Once it has been let in: a page that closes before that was never there.
    const leaving = "socket.addEventListener('message', () => setTimeout(() => socket.close(), 50))"
    await writeFile(join(dir, 'page', 'page.js'), `${PAGE}\n${leaving}`)
    const headless = await makeHost('headless', { absenceLimitMs: 100 })
    await headless.open()
    await until('the loss', () => commands.length > 0)
    expect(commands).toEqual([{ kind: 'window-lost', reason: 'The window stopped answering.' }])
  }, 60_000)

  test('notices a page that hangs while its browser and connection live, and opens another', async () => {
    await writeFile(join(dir, 'page', 'page.js'), ANSWERING_PAGE)
    const headless = await makeHost('headless', {
      silenceLimit: { askEveryMs: 200, mostUnanswered: 5 },
    })
    await headless.open()
    // Far longer than one that hangs may take.
    await until('many answers', () => answers >= 10)
    expect(commands).toEqual([])
    for (const pid of browserPids()) process.kill(pid, 'SIGSTOP')
    await until('the loss', () => commands.length > 0)
    expect(commands).toEqual([{ kind: 'window-lost', reason: 'The window does not answer.' }])
    expect(await headless.open()).toEqual({ ok: true, value: undefined })
  }, 60_000)

  test('says so when the page never connects', async () => {
    await writeFile(join(dir, 'page', 'page.js'), '')
    const headless = await makeHost('headless', { openLimitMs: 1500 })
    expect(await headless.open()).toMatchObject({
      ok: false,
      problem: { message: 'The browser did not open the page within 1.5 seconds.' },
    })
    await until('its processes to end', () => browserPids().length === 0)
  }, 60_000)

  test('says how the browser ended when it ends at once', async () => {
    vi.stubEnv('BECKON_CHROMIUM', '/bin/false')
    const result = await (await makeHost('headless')).open()
    expect(result).toMatchObject({
      problem: { message: 'The browser ended before it opened the page: code 1.' },
    })
  })
})

test.skipIf(process.platform !== 'linux')(
  'needs a display for a window and says so (skipped off Linux, where there always is one)',
  async () => {
    vi.stubEnv('DISPLAY', '')
    vi.stubEnv('WAYLAND_DISPLAY', '')
    const result = await (await makeHost('chromium')).open()
    expect(result).toMatchObject({
      problem: { message: 'There is no display to open a window on.' },
    })
  },
)

const missing = missingPrograms('Xvfb', 'xdotool')
describe.skipIf(!hasBrowser || missing.length > 0)(
  'the windowed host (skipped without a browser, Xvfb and xdotool)',
  () => {
    test('tells that the user closed the window', async () => {
      const x = await startX()
      try {
        vi.stubEnv('DISPLAY', x.name)
        const windowed = await makeHost('chromium')
        expect(await windowed.open()).toEqual({ ok: true, value: undefined })
        const find = ['search', '--sync', '--onlyvisible', '--name', 'Beckon test']
        const window = (await x.xdotool(...find)).trim()
        await x.xdotool('windowfocus', '--sync', window, 'key', 'ctrl+w')
        await until('the end', () => commands.length > 0, 15_000)
        expect(commands).toEqual([{ kind: 'quit', reason: 'The window was closed.' }])
        await windowed.close()
        await until('its processes to end', () => browserPids().length === 0)
      } finally {
        await x.close()
      }
    }, 60_000)
  },
)

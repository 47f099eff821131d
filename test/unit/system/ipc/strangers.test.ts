import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inEnglish } from '../../../../src/core/sentence/sentence.ts'
import type { Intrusion } from '../../../../src/main/system/ipc/door-watch.ts'
import {
  startLoopbackServer,
  type LoopbackServer,
} from '../../../../src/main/system/ipc/loopback-server.ts'
import { connectRaw, resumeIn, tokenIn } from '../../../support/link-page-client.ts'
import { until } from '../../../support/until.ts'
import { asOtherUser, canBeOtherUser, OTHER_UID } from '../../../support/other-user.ts'

let folder = ''
let server: LoopbackServer
let intrusions: Intrusion[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-strangers-'))
  await writeFile(join(folder, 'index.html'), '<title>Beckon</title>')
  const started = await startLoopbackServer({ folders: { '/': folder } })
  if (!started.ok) throw new Error(inEnglish(started.problem.message))
  server = started.value
  intrusions = []
  server.onIntrusion((intrusion) => intrusions.push(intrusion))
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})
const kinds = (): string[] => intrusions.map(({ kind }) => kind)

/** The status of a page, and of the link asked for with a token. */
const KNOCK = `
  import { request } from 'node:http'
  const [port, token] = process.argv.slice(1)
  const origin = 'http://127.0.0.1:' + port
  const ask = (path, headers) => new Promise((resolve) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, agent: false }, (got) => resolve(got.statusCode))
    sent.on('upgrade', (got, socket) => { socket.destroy(); resolve(101) }).on('error', (e) => resolve(e.code)).end()
  })
  const upgrade = { origin, connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-protocol': 'beckon.v1, secret.' + token }
  console.log(JSON.stringify([await ask('/', {}), await ask('/open/' + token, {}), await ask('/link', upgrade)]))`

it.skipIf(!canBeOtherUser)(
  'another user of the computer gets nothing, even with the token, and is told of once (skipped when not root)',
  async () => {
    const token = tokenIn(server.pageUrl())
    const letIn = server.hold()
    const args = [String(server.port), token]
    expect(JSON.parse(await asOtherUser(KNOCK, ...args))).toEqual([403, 403, 403])
    letIn()
    expect(JSON.parse(await asOtherUser(KNOCK, ...args))).toEqual([403, 403, 403])
    expect(kinds()).toEqual(['other-user'])
    expect(inEnglish(intrusions[0]?.problem.message ?? { template: '', args: [] })).toBe(
      `A program of another user of this computer (number ${OTHER_UID}) wanted in and was turned away.`,
    )
    const page = await connectRaw(server.port, token)
    page.socket.close()
  },
  30_000,
)

/** Says nothing on many connections, and how many were ended. */
const CROWD = `
  import { connect } from 'node:net'
  const [port] = process.argv.slice(1)
  let over = 0
  for (let index = 0; index < 300; index += 1) {
    connect(port, '127.0.0.1').on('error', () => {}).on('close', () => {
      if ((over += 1) === 300) console.log('all over')
    })
  }`

it.skipIf(!canBeOtherUser)(
  'another user cannot keep connections, and shuts nobody out (skipped when not root)',
  async () => {
    expect(await asOtherUser(CROWD, String(server.port))).toBe('all over\n')
    const page = await connectRaw(server.port, tokenIn(server.pageUrl()))
    page.socket.close()
  },
  30_000,
)

it('a token that comes twice puts both out, and the next token is good', async () => {
  const token = tokenIn(server.pageUrl())
  const first = await connectRaw(server.port, token)
  await expect(connectRaw(server.port, token)).rejects.toThrow('401')
  await first.closed
  expect(kinds()).toEqual(['token-used-again'])
  await expect(connectRaw(server.port, resumeIn(first))).rejects.toThrow('401')
  const page = await connectRaw(server.port, tokenIn(server.pageUrl()))
  page.socket.close()
})

it('of two that are held with one token neither comes in', async () => {
  const letIn = server.hold()
  const token = tokenIn(server.pageUrl())
  const both = Promise.allSettled([connectRaw(server.port, token), connectRaw(server.port, token)])
  await until('the second to be noticed', () => kinds().length > 0)
  letIn()
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(kinds()).toEqual(['token-used-again'])
})

it('a guess is no intrusion, and its address leads nowhere', async () => {
  await expect(connectRaw(server.port, 'f'.repeat(64))).rejects.toThrow('401')
  const page = await fetch(`http://127.0.0.1:${server.port}/open/${'f'.repeat(64)}`)
  expect([page.status, kinds()]).toEqual([404, []])
})

it('its address leads to the page from a file, and not a second time', async () => {
  const url = server.pageUrl()
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
  const led = await fetch(url, { headers })
  expect(await led.text()).toContain(`url=/#token=${tokenIn(url)}`)
  const page = await connectRaw(server.port, tokenIn(url))
  page.socket.send('{"kind":"hello","session":"page","received":0}')
  expect((await fetch(url, { headers })).status).toBe(403)
  page.socket.close()
})

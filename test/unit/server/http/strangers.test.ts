import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLetterService, type LetterService } from '../../../support/letter-service.ts'

let service: LetterService
beforeAll(async () => void (service = await openLetterService(['--max-clients', '4'])))
afterAll(() => service.close())

/** What a program sends, with a Host that fetch would not let it choose. */
async function ask(path: string, host: string, method = 'GET', headers = {}) {
  const options = { port: service.port, path, method, headers: { host, ...headers } }
  const asked = request({ host: '127.0.0.1', ...options })
  asked.end()
  const [answer] = await once(asked, 'response')
  answer.resume()
  return answer
}

describe('under a Host that is not served', () => {
  test.each([
    ['GET', '/health'],
    ['GET', '/demo'],
    ['GET', '/socket.io/socket.io.js'],
    ['GET', '/socket.io/?EIO=4&transport=polling'],
    ['OPTIONS', '/pose/video'],
    ['OPTIONS', '/socket.io/'],
  ])('%s %s is refused, and the connection closed', async (method, path) => {
    const origin = { origin: 'http://localhost:1' }
    const { statusCode, headers } = await ask(path, 'evil.example', method, origin)
    expect([statusCode, headers.connection]).toEqual([403, 'close'])
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
})

test('the demo page runs nothing of others, stands in no frame and tells nobody its address', async () => {
  for (const path of ['/demo', '/demo/demo.js', '/demo/demo.css']) {
    const { statusCode, headers } = await ask(path, 'localhost')
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /default-src 'none'.*frame-ancestors 'none'/,
      ),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  }
})

test('the script of Socket.IO is there for pages of this machine', async () => {
  const { statusCode, headers } = await ask('/socket.io/socket.io.js', 'localhost')
  expect([statusCode, headers['x-content-type-options']]).toEqual([200, 'nosniff'])
})

test('what a stranger goes on sending is not read', async () => {
  for (const path of ['/pose/video', '/socket.io/']) {
    const stranger = connect(service.port, '127.0.0.1')
    stranger.write(`POST ${path} HTTP/1.1\r\nhost: evil.example\r\ncontent-length: 1000000\r\n\r\n`)
    // Resolves when the service has closed it.
    expect(await text(stranger)).toMatch(/^HTTP\/1.1 403 /)
  }
})

test('sessions of Socket.IO that never join keep nobody out', async () => {
  const begin = (): Promise<string> => service.page('/socket.io/?EIO=4&transport=polling')
  for (let count = 0; count < 100; count++) expect(await begin()).toContain('"sid"')
  const clients = Array.from({ length: 4 }, () =>
    io(`http://127.0.0.1:${service.port}`, { forceNew: true, transports: ['websocket'] }),
  )
  await Promise.all(
    clients.map((client) => new Promise((join) => client.once('connect', () => join(true)))),
  )
  const late = io(`http://127.0.0.1:${service.port}`, { forceNew: true })
  const [error] = await new Promise<[Error]>((tell) =>
    late.once('connect_error', (why) => tell([why])),
  )
  expect(error.message).toBe('too many clients')
  for (const client of [...clients, late]) client.close()
})

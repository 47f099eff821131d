import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  openLetterService,
  plainClient,
  type LetterService,
} from '../../../support/letter-service.ts'
import { until } from '../../../support/until.ts'

/** One tracker reads them all: on a busy machine that takes a while. */
const A_HUNDRED_FRAMES_MS = 60_000

let service: LetterService
beforeAll(async () => {
  service = await openLetterService(['--max-clients', '101', '--max-message-mb', '4'])
})
afterAll(() => service.close())

async function isAlive(): Promise<boolean> {
  const client = await plainClient(service.url)
  client.sendFrame()
  const answer = await client.nextAnswer()
  client.close()
  return 'maxarg_letter' in answer
}

const clients = async (): Promise<number> => JSON.parse(await service.page('/health')).clients

describe('letter service under strain', () => {
  test('a 50 MB message closes its own connection', async () => {
    const client = await plainClient(service.url)
    client.send('x'.repeat(50 * 2 ** 20))
    expect(await client.closed()).toBe(1009)
    expect(await isAlive()).toBe(true)
  })

  test('a client that leaves mid-frame is forgotten', async () => {
    const client = await plainClient(service.url)
    client.sendFrame()
    client.socket.terminate()
    await client.closed()
    await until('nobody to be connected', async () => (await clients()) === 0)
    expect(await isAlive()).toBe(true)
  })

  test(
    'a hundred clients are all answered, and one too many is sent away',
    async () => {
      const all = await Promise.all(Array.from({ length: 100 }, () => plainClient(service.url)))
      for (const client of all) client.sendFrame()
      const answers = await Promise.all(all.map((client) => client.nextAnswer()))
      expect(answers.every((answer) => 'maxarg_letter' in answer)).toBe(true)
      const last = await plainClient(service.url)
      const refused = await plainClient(service.url)
      expect(await refused.closed()).toBe(1013)
      for (const client of [...all, last]) client.close()
      await until('nobody to be connected', async () => (await clients()) === 0)
    },
    A_HUNDRED_FRAMES_MS,
  )

  test('health and metrics are told on the same port', async () => {
    expect(await isAlive()).toBe(true)
    expect(JSON.parse(await service.page('/health'))).toMatchObject({ status: 'ok' })
    const metrics = await service.page('/metrics')
    expect(metrics).toMatch(/beckon_letters_frames_total\{outcome="answered"\} [1-9]/)
    expect(metrics).toMatch(/beckon_letters_frame_seconds_count [1-9]/)
  })

  test('when it stops, what is in work is answered, clients are told, and another takes the port', async () => {
    const first = await service.open()
    const url = `ws://127.0.0.1:${first.port}`
    const client = await plainClient(url)
    client.sendFrame()
    const answer = client.nextAnswer()
    await until('the frame to arrive', async () =>
      /messages_total\{kind="message"\} 1/.test(
        await (await fetch(`http://127.0.0.1:${first.port}/metrics`)).text(),
      ),
    )
    await first.close()
    expect(await answer).toHaveProperty('maxarg_letter')
    expect(await client.closed()).toBe(1001)
    const second = await service.open(['--port', String(first.port)])
    const again = await plainClient(url)
    again.sendFrame()
    expect(await again.nextAnswer()).toHaveProperty('maxarg_letter')
    await second.close()
  })
})

test('who sends more than the allowance is told so', async () => {
  const server = await service.open(['--max-rate', '2'])
  const client = await plainClient(`ws://127.0.0.1:${server.port}`)
  for (let count = 0; count < 5; count++) client.send({ answer: 'full' })
  expect(await client.nextAnswer()).toEqual({ error: 'more than 2 messages a second' })
  await server.close()
})

describe('who may connect', () => {
  const refused = (options: object): Promise<unknown> =>
    expect(plainClient(service.url, options)).rejects.toThrow('refused')

  test('pages of this machine may, pages from elsewhere may not', async () => {
    await refused({ origin: 'https://example.org' })
    await refused({ origin: 'null' })
    const client = await plainClient(service.url, { origin: 'http://localhost:3000' })
    client.close()
  })

  test('a name that somebody pointed at this machine is refused', () =>
    refused({ headers: { host: 'rebound.example.org' } }))

  test('with a token, only those who show it', async () => {
    const server = await service.open([], 'open sesame')
    const url = `ws://127.0.0.1:${server.port}`
    await expect(plainClient(url)).rejects.toThrow('refused')
    await expect(plainClient(`${url}/?token=wrong`)).rejects.toThrow('refused')
    const header = await plainClient(url, { headers: { authorization: 'Bearer open sesame' } })
    const query = await plainClient(`${url}/?token=open%20sesame`)
    header.close()
    query.close()
    await server.close()
  })

  test('one that was refused and keeps its side open does not keep the service from stopping', async () => {
    const server = await service.open()
    const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true })
    socket.write(
      'GET / HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    )
    await once(socket.resume(), 'end')
    await server.close()
    socket.destroy()
  })
})

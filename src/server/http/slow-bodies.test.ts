import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Fastify from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { cutOffSlowBodies } from './slow-bodies.ts'

const app = Fastify({ logger: false, bodyLimit: 2 ** 20 })
cutOffSlowBodies(app, { everyMs: 20, leastBytes: 1000, wholeMs: 200 })
app.addContentTypeParser('multipart/form-data', (_request, payload, done) => {
  text(payload).then((body) => done(null, body), done)
})
app.post('/', ({ body }) => ({ length: JSON.stringify(body).length }))
await app.listen({ host: '127.0.0.1', port: 0 })
afterEach(() => app.close())

/** Sends a head and then so many bytes every few milliseconds, until it is cut off or has sent all. */
async function send(type: string, bytes: number, length: number): Promise<string> {
  const [address] = app.addresses() as AddressInfo[]
  const socket = connect(address!.port, '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (part: string) => (answer += part))
  // Whoever is cut off while it sends may hear of that instead.
  socket.on('error', () => undefined)
  const head = `POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n`
  socket.write(head)
  let left = length
  const sending = setInterval(() => {
    socket.write('1'.repeat(Math.min(bytes, left)))
    left -= Math.min(bytes, left)
    if (left === 0) clearInterval(sending)
  }, 5)
  await new Promise((resolve) => socket.once('close', resolve))
  clearInterval(sending)
  return answer
}

test('whoever sends next to nothing is cut off and told, a form and a body that takes too long too, and others are not', async () => {
  const [still, form, long, quick, large] = await Promise.all([
    send('application/json', 0, 1000),
    send('multipart/form-data; boundary=x', 1, 100_000),
    send('application/json', 1000, 10_000_000),
    send('application/json', 50, 100),
    send('multipart/form-data; boundary=x', 4000, 400_000),
  ])
  expect(still).toMatch(/^HTTP\/1.1 408 .*"the rest of the request did not come in time"\}$/s)
  for (const cut of [form, long]) expect(cut).not.toContain(' 200 ')
  expect([quick, large]).toEqual(Array(2).fill(expect.stringMatching(/^HTTP\/1.1 200/)))
})

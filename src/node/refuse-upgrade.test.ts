import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { refuseUpgrade } from './refuse-upgrade.ts'

let server: Server
afterEach(() => server.close())

test('the status is said and the connection is closed, though the other side stays', async () => {
  server = createServer().on('upgrade', (_request, connection) => {
    refuseUpgrade(connection, '403 Forbidden')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const client = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  const head = ['GET / HTTP/1.1', 'Host: x', 'Connection: Upgrade', 'Upgrade: websocket']
  client.write(`${head.join('\r\n')}\r\n\r\n`)
  let said = ''
  client.setEncoding('utf8').on('data', (text: string) => (said += text))
  await once(client, 'end')
  expect(said).toBe('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  // A server that waited for the client would not close.
  await new Promise((resolve) => server.close(resolve))
  client.destroy()
})

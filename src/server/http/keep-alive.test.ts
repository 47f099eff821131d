import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { keepAlive } from './keep-alive.ts'

test('a client that answers stays, and one that is silent is let go of', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const url = `ws://127.0.0.1:${asTcp(server.address()).port}`
  const awake = new WebSocket(url)
  await once(awake, 'open')
  const silent = new WebSocket(url, { autoPong: false })
  await once(silent, 'open')
  const [ofAwake] = server.clients
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const stop = keepAlive(server.clients, 1000)
  for (let round = 0; round < 3; round++) {
    vi.advanceTimersByTime(1000)
    await once(ofAwake!, 'pong')
  }
  if (silent.readyState !== WebSocket.CLOSED) await once(silent, 'close')
  expect([server.clients.size, awake.readyState]).toEqual([1, WebSocket.OPEN])
  stop()
  vi.useRealTimers()
  awake.terminate()
  server.close()
})

function asTcp(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('asTcp: no TCP address')
  return address
}

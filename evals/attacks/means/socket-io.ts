import WebSocket from 'ws'
import { until } from '../../../test/support/until.ts'
import type { ServiceVictim } from '../victims/service-victim.ts'

/** A Socket.IO client that says what it likes: packets as text. */
export interface RawClient {
  send(packet: string | Buffer): void
  /** Everything that it was told. */
  heard(): readonly string[]
  hears(part: string, withinMs: number): Promise<void>
  isOpen(): boolean
  close(): void
}

/** As far as the transport: no session of Socket.IO yet. */
export async function openEngineIo(victim: ServiceVictim): Promise<RawClient> {
  const path = '/socket.io/?EIO=4&transport=websocket'
  const options = { headers: victim.headers() }
  const socket = new WebSocket(`ws://127.0.0.1:${victim.port()}${path}`, options)
  const heard: string[] = []
  socket.on('message', (data: Buffer) => heard.push(data.toString()))
  await new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('open', resolve)
  })
  socket.on('error', () => undefined)
  return {
    send: (packet) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(packet)
    },
    heard: () => heard,
    hears: async (part, withinMs) => {
      const isOver = (): boolean =>
        heard.some((one) => one.includes(part)) || socket.readyState === WebSocket.CLOSED
      await until(part, isOver, withinMs)
    },
    isOpen: () => socket.readyState === WebSocket.OPEN,
    close: () => {
      socket.terminate()
    },
  }
}

/** Until the service says that it is ready for frames. */
export async function joinSocketIo(victim: ServiceVictim): Promise<RawClient> {
  const client = await openEngineIo(victim)
  client.send('40')
  await client.hears('"ready"', 15_000)
  return client
}

import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { LiveAnswer } from './live-client.ts'
import { createNewestResult, type ResultSocket } from './newest-result.ts'

const answer = (sequence: number): LiveAnswer =>
  ({ sequence, dropped: 1 }) as Partial<LiveAnswer> as LiveAnswer

function connection() {
  const transport = () => Object.assign(new EventEmitter(), { writable: false })
  const conn = Object.assign(new EventEmitter(), { transport: transport() })
  const sent: (readonly [sequence: number, dropped: number])[] = []
  let replaced = 0
  const socket = {
    conn,
    emit: (_event: string, { sequence, dropped }: LiveAnswer) => sent.push([sequence, dropped]),
  }
  const send = createNewestResult(socket as unknown as ResultSocket, () => (replaced += 1))
  return { conn, transport, send, sent, replaced: () => replaced }
}

test('a result that comes between two polls waits, and the newest is sent', () => {
  const { conn, send, sent, replaced } = connection()
  for (const sequence of [1, 2, 3]) send(answer(sequence))
  expect(sent).toEqual([])
  conn.transport.writable = true
  conn.transport.emit('ready')
  conn.transport.emit('ready')
  send(answer(4))
  // Two were replaced, beside the one frame that was dropped before it was looked at.
  expect(sent).toEqual([
    [3, 3],
    [4, 3],
  ])
  expect(replaced()).toBe(2)
})

test('a result that comes during an upgrade is sent over the new transport', () => {
  const { conn, transport, send, sent } = connection()
  send(answer(1))
  conn.transport = transport()
  conn.transport.writable = true
  conn.emit('upgrade')
  send(answer(2))
  expect(sent).toEqual([
    [1, 1],
    [2, 1],
  ])
})

import type { Socket } from 'socket.io'
import type { LiveAnswer } from './live-client.ts'

/**
 * Hands results on as fast as the client fetches them: the newest one waits, and one that it replaces counts as dropped.
 * Socket.IO's own `volatile` would throw away what comes between two polls or during an upgrade, were it the only one.
 */
export function createNewestResult(
  socket: ResultSocket,
  onReplaced: () => void,
): (answer: LiveAnswer) => void {
  const { conn } = socket
  let waiting: LiveAnswer | undefined
  let replaced = 0
  const send = (): void => {
    if (waiting === undefined || !conn.transport.writable) return
    const answer = { ...waiting, dropped: waiting.dropped + replaced }
    waiting = undefined
    socket.emit('pose_result', answer)
  }
  const watchTransport = (): void => void conn.transport.on('ready', send)
  watchTransport()
  conn.on('upgrade', () => {
    watchTransport()
    send()
  })
  return (answer) => {
    if (waiting !== undefined) {
      replaced += 1
      onReplaced()
    }
    waiting = answer
    send()
  }
}

/** What is needed of a client's socket. */
export interface ResultSocket {
  readonly conn: Pick<Socket['conn'], 'transport' | 'on'>
  emit(event: 'pose_result', answer: LiveAnswer): unknown
}

import type { Server } from 'socket.io'

/** Sessions of Socket.IO that have not joined yet. A client joins as soon as it is connected. */
const MOST_WAITING = 64
/** Whoever has not joined by then does not mean to. */
export const JOIN_MS = 5000

/**
 * Keeps a place for those who come in earnest: of sessions that do not join, the oldest goes when there are too many. Who
 * refuses the newest instead lets somebody who never joins keep out everybody.
 */
export function keepRoomToJoin(server: Server, mostWaiting = MOST_WAITING): void {
  const waiting = new Set<{ close(): void }>()
  server.engine.on(
    'connection',
    (session: { close(): void; once(name: string, act: () => void): void }) => {
      waiting.add(session)
      session.once('close', () => waiting.delete(session))
      if (waiting.size <= mostWaiting) return
      const [oldest] = waiting
      if (oldest === undefined) return
      waiting.delete(oldest)
      oldest.close()
    },
  )
  server.on('connection', ({ conn }) => {
    waiting.delete(conn)
  })
}

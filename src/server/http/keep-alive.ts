import { WebSocket } from 'ws'

/**
 * Asks all connected clients now and then whether they are still there, and lets go of those that said nothing since the
 * last time: a machine that lost its power or its network closes no connection. Returns what stops it.
 */
export function keepAlive(clients: ReadonlySet<WebSocket>, everyMs: number): () => void {
  const asked = new WeakMap<WebSocket, 'asked' | 'answered'>()
  const pingClient = (client: WebSocket): void => {
    if (asked.get(client) === 'asked') {
      client.terminate()
      return
    }
    if (!asked.has(client)) client.on('pong', () => asked.set(client, 'answered'))
    asked.set(client, 'asked')
    if (client.readyState === WebSocket.OPEN) client.ping()
  }
  const timer = setInterval(() => {
    clients.forEach(pingClient)
  }, everyMs)
  return () => {
    clearInterval(timer)
  }
}

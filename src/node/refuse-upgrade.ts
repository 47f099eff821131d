import type { Duplex } from 'node:stream'

/** Refuses to make a WebSocket of a connection, with an HTTP status such as `403 Forbidden`. */
export function refuseUpgrade(connection: Duplex, status: string): void {
  const head = `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
  // Also of one that never closes its side: a server that stops would wait for it.
  connection.end(head, () => connection.destroy())
}

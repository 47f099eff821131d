import { WebSocket } from 'ws'
import type { Transport } from '../../src/contract/boundary/transport.ts'

export interface RawPage {
  readonly socket: WebSocket
  /** What the server sent, parsed; the first is the welcome. */
  readonly messages: unknown[]
  /** Code with which the connection ended. */
  readonly closed: Promise<number>
}

/** Connects as a page would, or as an attacker would: every header can be given. Rejects with the refusal's status. */
export function connectRaw(
  port: number,
  secret: string | undefined,
  headers: Readonly<Record<string, string>> = {},
  path = '/link',
): Promise<RawPage> {
  const protocols = secret === undefined ? ['beckon.v1'] : ['beckon.v1', `secret.${secret}`]
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, {
    origin: headers['origin'] ?? `http://127.0.0.1:${port}`,
    headers,
  })
  const messages: unknown[] = []
  socket.on('message', (data) => messages.push(JSON.parse(String(data))))
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  return new Promise((resolve, reject) => {
    socket.once('unexpected-response', (_request, response) =>
      reject(new Error(`refused with ${response.statusCode}`)),
    )
    socket.once('error', reject)
    socket.once('message', () => resolve({ socket, messages, closed }))
  })
}

export function tokenIn(pageUrl: string): string {
  return new URL(pageUrl).pathname.replace('/open/', '')
}

export function resumeIn(page: RawPage): string {
  const welcome = page.messages[0]
  return typeof welcome === 'object' && welcome !== null && 'resume' in welcome
    ? String(welcome.resume)
    : ''
}

export function rawTransport(page: RawPage): Transport {
  return {
    send: (message) => {
      if (page.socket.readyState === WebSocket.OPEN) page.socket.send(JSON.stringify(message))
    },
    onMessage(listener) {
      // What came together with the welcome, before anyone listened.
      page.messages.slice(1).forEach(listener)
      const onData = (data: unknown): void => listener(JSON.parse(String(data)))
      page.socket.on('message', onData)
      return () => page.socket.off('message', onData)
    },
    onClose(listener) {
      page.socket.once('close', listener)
      return () => page.socket.off('close', listener)
    },
    close: () => page.socket.close(1000),
  }
}

import { inBackground } from '../../../contract/boundary/faults.ts'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocketServer } from 'ws'
import type { Transport } from '../../../contract/boundary/transport.ts'
import { isOurHost, isOurOrigin, secretIn } from '../../../node/loopback-auth.ts'
import { refuseUpgrade } from '../../../node/refuse-upgrade.ts'
import type { PageAccess } from './page-access.ts'
import { webSocketTransport } from './web-socket-transport.ts'

/** The only address that takes WebSockets. */
export const LINK_PATH = '/link'

/** Lets our own page connect, when it is time, and nobody else; every connection becomes the transport of `end`. */
export function acceptLinks(
  server: Server,
  sockets: WebSocketServer,
  access: PageAccess,
  port: number,
  end: { attach(transport: Transport): void },
  whenLetIn: () => Promise<void>,
): void {
  const answerUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const { headers } = request
    if (!isOurHost(headers.host, port)) return refuseUpgrade(stream, '421 Misdirected Request')
    if (!isOurOrigin(headers.origin, port)) return refuseUpgrade(stream, '403 Forbidden')
    if (request.url !== LINK_PATH) return refuseUpgrade(stream, '404 Not Found')
    const secret = secretIn(headers['sec-websocket-protocol'])
    const resume = secret === undefined ? undefined : access.admit(secret)
    if (resume === undefined) return refuseUpgrade(stream, '401 Unauthorized')
    sockets.handleUpgrade(request, stream, head, (socket) => {
      // A message too large or not WebSocket at all: `ws` closes the connection itself and says so here.
      socket.on('error', () => undefined)
      socket.send(JSON.stringify({ kind: 'welcome', resume }))
      end.attach(webSocketTransport(socket))
    })
  }
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    inBackground(
      'link',
      whenLetIn().then(() => {
        answerUpgrade(request, stream, head)
      }),
    )
  })
}

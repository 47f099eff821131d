import { inBackground } from '../../../contract/boundary/faults.ts'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocketServer } from 'ws'
import type { Transport } from '../../../contract/boundary/transport.ts'
import { isOurHost, isOurOrigin, secretIn } from '../../../node/loopback-auth.ts'
import { refuseUpgrade } from '../../../node/refuse-upgrade.ts'
import type { DoorWatch } from './door-watch.ts'
import type { Admitted, PageAccess } from './page-access.ts'
import { webSocketTransport } from './web-socket-transport.ts'

/** The only address that takes WebSockets. */
export const LINK_PATH = '/link'

export interface LinkDoor {
  readonly server: Server
  readonly sockets: WebSocketServer
  readonly access: PageAccess
  readonly watch: DoorWatch
  readonly port: number
  /** Resolves when pages may talk. Who they are is settled before: whoever is held has its token taken already. */
  readonly whenLetIn: () => Promise<void>
  readonly attach: (transport: Transport) => void
}

/** Lets our own page connect, when it is time, and nobody else; every connection becomes a transport. */
export function acceptLinks(door: LinkDoor): void {
  door.server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    inBackground('link', answerUpgrade(door, request, stream, head))
  })
}

async function answerUpgrade(
  door: LinkDoor,
  request: IncomingMessage,
  stream: Duplex,
  head: Buffer,
): Promise<void> {
  if (!(await door.watch.mayComeIn(request.socket))) return refuseUpgrade(stream, '403 Forbidden')
  const admission = admissionOf(door, request)
  if (typeof admission === 'string') return refuseUpgrade(stream, admission)
  stream.once('close', admission.leave)
  await door.whenLetIn()
  const resume = admission.welcome()
  if (resume === undefined) return refuseUpgrade(stream, '401 Unauthorized')
  if (stream.destroyed) return
  door.sockets.handleUpgrade(request, stream, head, (socket) => {
    // A message too large or not WebSocket at all: `ws` closes the connection itself and says so here.
    socket.on('error', () => undefined)
    socket.once('message', admission.confirm)
    socket.send(JSON.stringify({ kind: 'welcome', resume }))
    door.attach(webSocketTransport(socket))
  })
}

/** Or the HTTP status that refuses. */
function admissionOf(
  { access, watch, port }: LinkDoor,
  request: IncomingMessage,
): Admitted | string {
  const { headers, url } = request
  if (!isOurHost(headers.host, port)) return '421 Misdirected Request'
  if (!isOurOrigin(headers.origin, port)) return '403 Forbidden'
  if (url !== LINK_PATH) return '404 Not Found'
  const secret = secretIn(headers['sec-websocket-protocol'])
  const admission = secret === undefined ? undefined : access.admit(secret)
  if (admission?.kind === 'used') watch.usedAgain()
  return admission?.kind === 'admitted' ? admission : '401 Unauthorized'
}

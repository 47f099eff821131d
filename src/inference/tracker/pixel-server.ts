import { inBackground } from '../../contract/boundary/faults.ts'
import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { messageOf } from '../../contract/boundary/error-message.ts'
import { writePixelFault } from '../../contract/frames/pixel-answer.ts'
import { parsePixelFrame, type PixelFrame } from '../../contract/frames/pixel-frame.ts'
import { mayComeIn, peerOwner } from '../../node/peer-owner.ts'
import { turnAwayStrangers } from '../../node/turn-away-strangers.ts'
import { refuseUpgrade } from '../../node/refuse-upgrade.ts'
import type { PixelStream } from './pixel-stream.ts'
import { hearErrors } from '../../node/hear-errors.ts'

/** The tracker process's door: pictures in, what is found in them out, over a WebSocket that only this computer can reach. */
export interface PixelServer {
  readonly port: number
  close(): Promise<void>
}

export interface PixelServerOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** The subprotocol to agree on, or an HTTP status that refuses. */
  readonly admit: (request: IncomingMessage, port: number) => Admission
  readonly openStream: () => PixelStream
}

export type Admission =
  | { readonly kind: 'welcome'; readonly protocol: string }
  | { readonly kind: 'refused'; readonly status: string }

/** A program of another user, whatever it knows. */
const STRANGER: Admission = { kind: 'refused', status: '403 Forbidden' }

/** An RGBA picture of 4,096 × 2,160 px. */
const MAX_MESSAGE_BYTES = 36 * 1024 * 1024

export async function startPixelServer(options: PixelServerOptions): Promise<PixelServer> {
  const server = createServer((_request, response) => response.writeHead(404).end())
  turnAwayStrangers(server)
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', () => {
      const address = server.address()
      resolve(address !== null && typeof address === 'object' ? address.port : options.port)
    })
  })
  // No descriptor is left: the connection that waits is taken later.
  server.on('error', () => undefined)
  let current: WebSocket | undefined
  const answerUpgrade = async (
    request: IncomingMessage,
    stream: Duplex,
    head: Buffer,
  ): Promise<void> => {
    const isOurs = mayComeIn(await peerOwner(request.socket))
    const admission = isOurs ? options.admit(request, port) : STRANGER
    if (admission.kind === 'refused') {
      refuseUpgrade(stream, admission.status)
      return
    }
    openSockets(admission.protocol).handleUpgrade(request, stream, head, (socket) => {
      // The page was loaded anew: the one before is gone, even if its end has not been heard of yet.
      current?.terminate()
      current = socket
      serve(socket, options.openStream())
    })
  }
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    inBackground('tracking', answerUpgrade(request, stream, head))
  })
  return {
    port,
    close: async () => {
      current?.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const openSockets = (protocol: string): WebSocketServer =>
  hearErrors(
    new WebSocketServer({
      noServer: true,
      perMessageDeflate: false,
      maxPayload: MAX_MESSAGE_BYTES,
      handleProtocols: () => protocol,
    }),
  )

function serve(socket: WebSocket, stream: PixelStream): void {
  // A message too large or not WebSocket at all: `ws` closes the connection itself and says so here.
  socket.on('error', () => undefined)
  socket.on('message', (data: RawData, isBinary) => {
    const message = isBinary ? asBytes(data) : new Uint8Array()
    const parsed = parsePixelFrame(message)
    if (parsed.kind === 'fault') socket.send(writePixelFault(parsed))
    else if (parsed.frame.purpose === 'follow')
      inBackground('tracking', answerFrame(socket, stream, parsed.frame))
    else inBackground('tracking', detectInFrame(stream, parsed.frame))
  })
}

async function answerFrame(
  socket: WebSocket,
  stream: PixelStream,
  frame: PixelFrame,
): Promise<void> {
  const { sequence } = frame
  try {
    socket.send(await stream.answer(frame))
  } catch (error) {
    const message = messageOf(error)
    socket.send(writePixelFault({ kind: 'fault', sequence, message }))
  }
  await detectInFrame(stream)
}

/** A model that fails here fails at the next frame too, and that frame's answer says so. */
function detectInFrame(stream: PixelStream, frame?: PixelFrame): Promise<void> {
  return stream.detectFurther(frame).catch(() => undefined)
}

/** `ws` gives one Buffer for each message unless it is asked for something else. */
function asBytes(data: RawData): Uint8Array {
  if (data instanceof Uint8Array) return data
  return data instanceof ArrayBuffer ? new Uint8Array(data) : Buffer.concat(data)
}

import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { RawData, WebSocket } from 'ws'
import type { Result } from '../../contract/boundary/result.ts'
import { inEnglish } from '../../core/sentence/sentence.ts'
import type { LetterModel } from '../../inference/letter-model.ts'
import {
  createFrameReader,
  readNothing,
  type FrameReader,
  type ReaderParts,
} from '../letters/frame-reader.ts'
import { parseClientMessage } from '../letters/letter-protocol.ts'
import { LetterSession } from '../letters/letter-session.ts'
import type { ServerConfig } from './config.ts'
import type { AddressCount } from './connection-limits.ts'
import type { ReadPixels } from './read-pixels.ts'
import { createAllowance } from './message-rate.ts'
import type { ServiceMetrics } from './service-metrics.ts'

export type LetterParts = Pick<ReaderParts, 'engine' | 'nowMs'> & {
  /** Without one every frame is answered with why, and the other rooms go on. */
  readonly model: Result<LetterModel>
}

/** Everything of a connection that the server needs to let go of it. */
export interface Connection {
  readonly socket: WebSocket
  readonly client: LetterSession
}

/** What all connections share. */
export interface Room {
  readonly config: ServerConfig
  readonly parts: LetterParts
  readonly metrics: ServiceMetrics
  readonly connections: Set<Connection>
  readonly addresses: AddressCount
  readonly readPixels: ReadPixels
  readonly app: FastifyInstance
}

const GOING_AWAY = 1001
const TRY_AGAIN_LATER = 1013
/** A client that does not close for as long is cut off. */
const CLOSE_MS = 500
/** Answers that a client does not fetch pile up: beyond this it is told nothing more until it has. */
const MAX_BACKLOG_BYTES = 2 ** 20

/** A client from its first message to its last; one too many is sent away. */
export function acceptLetterClient(socket: WebSocket, request: IncomingMessage, room: Room): void {
  const { config, metrics, connections, addresses, app } = room
  const isFull = connections.size >= config.maxClients
  const leaveAddress = isFull ? undefined : addresses.enter(request.socket.remoteAddress)
  if (leaveAddress === undefined) {
    metrics.refused.inc({ why: 'full' })
    socket.close(TRY_AGAIN_LATER, 'too many clients')
    return
  }
  const sendText = (text: string): void => {
    if (socket.readyState === socket.OPEN && socket.bufferedAmount < MAX_BACKLOG_BYTES) {
      socket.send(text)
    }
  }
  const send = (said: object): void => {
    sendText(JSON.stringify(said))
  }
  const client = openSession(room, { send, sendText })
  const connection: Connection = { socket, client }
  connections.add(connection)
  metrics.clients.set(connections.size)
  const log = app.log.child({ client: request.socket.remotePort })
  log.info('connected')
  receiveMessages(connection, send, room)
  socket.on('error', (error) => {
    log.warn({ reason: error.message }, 'connection failed')
  })
  socket.on('close', (code) => {
    client.close()
    leaveAddress()
    connections.delete(connection)
    metrics.clients.set(connections.size)
    log.info({ code }, 'disconnected')
  })
}

interface Answering {
  readonly send: (said: object) => void
  readonly sendText: (text: string) => void
}

function openSession(room: Room, { send, sendText }: Answering): LetterSession {
  const { parts, metrics } = room
  return new LetterSession({
    reader: openReader(room),
    nowMs: parts.nowMs,
    send,
    sendText,
    count: (outcome, tookMs) => {
      metrics.frames.inc({ outcome })
      if (tookMs !== undefined) metrics.frameSeconds.observe(tookMs / 1000)
    },
  })
}

function openReader({ readPixels, parts: { engine, nowMs, model }, app }: Room): FrameReader {
  const onBug = (error: unknown): void => {
    app.log.error({ err: error }, 'a frame could not be read')
  }
  return model.ok
    ? createFrameReader({ readPixels, engine, nowMs, model: model.value, onBug })
    : readNothing(inEnglish(model.problem.message))
}

/** No faster than is allowed: what comes beyond that is not even parsed. */
function receiveMessages(
  { socket, client }: Connection,
  send: Answering['send'],
  { config, parts, metrics }: Room,
): void {
  const mayTake = createAllowance(config.maxRatePerS, parts.nowMs)
  socket.on('message', (data, isBinary) => {
    if (!mayTake()) {
      metrics.messages.inc({ kind: 'too-many' })
      send({ error: `more than ${config.maxRatePerS} messages a second` })
      return
    }
    const parsed = parseClientMessage(asBytes(data), isBinary)
    metrics.messages.inc({ kind: parsed.kind })
    if (parsed.kind === 'fault') send({ error: parsed.error })
    else if (parsed.kind === 'settings') client.set(parsed.settings)
    else client.receive(parsed.message)
  })
}

/** Answers what is in work first. */
export async function onLeave({ socket, client }: Connection): Promise<void> {
  await client.finish()
  if (socket.readyState === socket.CLOSED) return
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      resolve()
    })
  })
  socket.close(GOING_AWAY, 'the service stops')
  const cutOff = setTimeout(() => {
    socket.terminate()
  }, CLOSE_MS)
  await closed
  clearTimeout(cutOff)
}

/** `ws` gives one Buffer for each message unless it is asked for something else. */
function asBytes(data: RawData): Uint8Array {
  if (data instanceof Uint8Array) return data
  return data instanceof ArrayBuffer ? new Uint8Array(data) : Buffer.concat(data)
}

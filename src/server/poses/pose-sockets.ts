import { inBackground } from '../../contract/boundary/faults.ts'
import type { FastifyInstance } from 'fastify'
import { Server, type Socket } from 'socket.io'
import { isKnownOrigin, type Doorkeeper } from '../http/access.ts'
import type { ServerConfig } from '../http/config.ts'
import { createAllowance } from '../http/message-rate.ts'
import type { AddressCount } from '../http/connection-limits.ts'
import type { ReadPixels } from '../http/read-pixels.ts'
import type { ServiceMetrics } from '../http/service-metrics.ts'
import { LiveClient } from './live-client.ts'
import { createNewestResult } from './newest-result.ts'
import { createPoseAnalyst, type PoseEngines } from './pose-analyst.ts'
import { optionsSchema, parseFrame, WRONG_OPTIONS, type PoseOptions } from './pose-messages.ts'
import { guardSocketIo } from './guard-socket-io.ts'
import { JOIN_MS, keepRoomToJoin } from './sessions-that-join.ts'
import { ANGLE_DEFINITIONS } from './pose-result.ts'
import type { PoseService } from './pose-service.ts'

export interface PoseSocketParts {
  readonly app: FastifyInstance
  readonly config: ServerConfig
  readonly readPixels: ReadPixels
  readonly service: PoseService
  readonly metrics: ServiceMetrics
  readonly admit: Doorkeeper
  readonly addresses: AddressCount
  readonly nowMs: () => number
}

export interface PoseSockets {
  close(): Promise<void>
}

export const POSE_SOCKET_PATH = '/socket.io/'

/** Socket.IO on the service's port: `frame` in, `pose_result` or `pose_error` out. */
export function openPoseSockets(parts: PoseSocketParts): PoseSockets {
  const { app, config, admit, addresses } = parts
  const server = new Server(app.server, {
    path: POSE_SOCKET_PATH,
    maxHttpBufferSize: config.maxMessageBytes,
    // Other upgrades on this port belong to the letters.
    destroyUpgrade: false,
    connectTimeout: JOIN_MS,
    perMessageDeflate: false,
    // Socket.IO begins by plain requests, whose answers browsers keep from pages that are not named.
    cors: {
      origin: (origin, answer) => {
        answer(null, origin !== undefined && isKnownOrigin(origin, config))
      },
    },
    allowRequest: (request, answer) => {
      const access = admit(request)
      if (access.kind === 'refused') setTimeout(answer, access.afterMs, access.why, false)
      else answer(null, true)
    },
  })
  // Not the sessions, which may never join.
  const joined = new Set<unknown>()
  server.use((socket, next) => {
    if (!optionsOf(socket).success) return next(new Error(WRONG_OPTIONS))
    const { conn } = socket
    if (joined.has(conn)) return next()
    const isFull = joined.size >= config.maxClients
    const leave = isFull ? undefined : addresses.enter(socket.request.socket.remoteAddress)
    if (leave === undefined) return next(new Error('too many clients'))
    joined.add(conn)
    // Also of one that goes before it has joined.
    conn.once('close', () => {
      joined.delete(conn)
      leave()
    })
    next()
  })
  server.on('connection', (socket) => {
    const options = optionsOf(socket)
    if (options.success) inBackground('service', serveClient(socket, options.data, parts))
  })
  keepRoomToJoin(server)
  guardSocketIo(app.server, POSE_SOCKET_PATH, admit)
  return { close: () => server.close() }
}

const optionsOf = ({ handshake }: Socket) =>
  optionsSchema.safeParse({ ...handshake.query, ...handshake.auth })

async function serveClient(
  socket: Socket,
  options: PoseOptions,
  parts: PoseSocketParts,
): Promise<void> {
  const { app, service, config, metrics, nowMs } = parts
  const mayTake = createAllowance(config.maxRatePerS, nowMs)
  // Frames that come while the models are opened are kept like others: the newest.
  let client: LiveClient | undefined
  let early: unknown
  let earlyDropped = 0
  const onFrame = (said: unknown): void => {
    if (!mayTake())
      return sendError(socket, null, `more than ${config.maxRatePerS} frames a second`)
    const parsed = parseFrame(said)
    if (parsed.kind === 'fault') sendError(socket, parsed.sequence, parsed.error)
    else client?.receive(parsed.message)
  }
  socket.on('frame', (said: unknown) => {
    if (client !== undefined) return onFrame(said)
    if (early !== undefined) {
      earlyDropped += 1
      metrics.poseFrames.inc({ outcome: 'dropped' })
    }
    early = said
  })
  socket.on('disconnect', () => client?.close())
  try {
    const engines = await service.engines()
    client = createClient(socket, options, engines, { ...parts, earlyDropped })
  } catch (error) {
    app.log.error({ err: error }, 'the pose models cannot be opened')
    sendError(socket, null, 'the pose models cannot be opened')
    socket.disconnect(true)
    return
  }
  socket.emit('ready', { angles: ANGLE_DEFINITIONS })
  if (early !== undefined) onFrame(early)
}

function createClient(
  socket: Socket,
  options: PoseOptions,
  engines: PoseEngines,
  parts: PoseSocketParts & { readonly earlyDropped: number },
): LiveClient {
  const { readPixels, service, metrics, nowMs, app, earlyDropped } = parts
  const countOutcome = (outcome: string): void => metrics.poseFrames.inc({ outcome })
  const sendResult = createNewestResult(socket, () => {
    countOutcome('dropped')
  })
  const analyst = createPoseAnalyst(engines, { ...options, readPixels }, nowMs)
  return new LiveClient({
    analyst,
    nowMs,
    dropped: earlyDropped,
    send: (outcome) => {
      if (outcome.kind === 'error') sendError(socket, outcome.sequence, outcome.error)
      else {
        metrics.poseSeconds.observe(outcome.answer.timings.total / 1000)
        sendResult(outcome.answer)
      }
    },
    count: (outcome) => {
      countOutcome(outcome)
      if (outcome === 'answered') service.note('done')
    },
    onBug: (error) => {
      service.note('failed')
      app.log.error({ err: error }, 'a frame could not be analysed')
    },
  })
}

function sendError(socket: Socket, sequence: number | null, error: string): void {
  socket.emit('pose_error', { sequence, error })
}

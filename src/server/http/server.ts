import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import Fastify, { type FastifyInstance } from 'fastify'
import { WebSocketServer, type WebSocket } from 'ws'
import { inEnglish } from '../../core/sentence/sentence.ts'
import { createDoorkeeper, type Doorkeeper } from './access.ts'
import { refuseUpgrade } from '../../node/refuse-upgrade.ts'
import type { ServerConfig } from './config.ts'
import {
  acceptLetterClient,
  onLeave,
  type Connection,
  type LetterParts,
} from './letter-connection.ts'
import { keepAlive } from './keep-alive.ts'
import {
  type AddressCount,
  createAddressCount,
  HEAD_TIMES,
  limitConnections,
  mostOfOneAddress,
} from './connection-limits.ts'
import { guardPages } from './guard-pages.ts'
import type { HealthCheck } from './health-report.ts'
import { addHttpAnswers } from './http-answers.ts'
import { openServiceLog } from './service-log.ts'
import { createPixelReader, type ReadPixels } from './read-pixels.ts'
import { cutOffSlowBodies } from './slow-bodies.ts'
import { createMetrics, type ServiceMetrics } from './service-metrics.ts'
import { hearErrors } from '../../node/hear-errors.ts'
import { handleFaults, reportFault } from '../../contract/boundary/faults.ts'

export interface LetterServer {
  readonly port: number
  /** Takes nobody any more, answers what is in work, closes with 1001. */
  close(): Promise<void>
}

/** What else is answered on the same port. */
export type ServerRoom = (app: FastifyInstance, shared: SharedWithRooms) => Promise<OpenRoom>

export interface SharedWithRooms {
  readonly config: ServerConfig
  readonly metrics: ServiceMetrics
  readonly readPixels: ReadPixels
  readonly admit: Doorkeeper
  /** Who is connected from where, for all that stay connected. */
  readonly addresses: AddressCount
  /** Why no letters are read; undefined when they are. */
  readonly lettersFault: string | undefined
  /** Each room adds how it is; together they answer for the service. */
  readonly healthChecks: HealthCheck[]
}

export interface OpenRoom {
  /** Takes the WebSockets below this path itself. */
  readonly upgradePath?: string
  /** Joins what `/health` says. */
  health?(): object
  close(): Promise<void>
}

export type LetterServerParts = LetterParts & {
  readonly rooms?: readonly ServerRoom[]
}

/** Networks forget connections on which nothing is said, often after a minute. */
const PING_MS = 30_000
/** Requests in work have as long to be answered. */
const FINISH_MS = 2000

/** Rejects when the address cannot be listened on. */
export async function openLetterServer(
  config: ServerConfig,
  parts: LetterServerParts,
): Promise<LetterServer> {
  const connections = new Set<Connection>()
  const { app, shared, stopHandlingFaults } = await openApp(config, parts)
  const rooms = await Promise.all((parts.rooms ?? []).map((open) => open(app, shared)))
  addServicePages(app, shared, connections, rooms)
  const sockets = hearErrors(
    new WebSocketServer({
      noServer: true,
      maxPayload: config.maxMessageBytes,
      perMessageDeflate: false,
    }),
  )
  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    acceptLetterClient(socket, request, { ...shared, parts, connections, app })
  })
  acceptUpgrades(sockets, { ...shared, app, rooms })
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await Promise.all(rooms.map((room) => room.close()))
    throw error
  }
  hearErrors(app.server, (error) => reportFault({ stage: 'service', error }))
  const stopPings = keepAlive(sockets.clients, PING_MS)
  return {
    port: portOf(app.server.address()),
    close: async () => {
      stopPings()
      app.server.close()
      await Promise.all([...connections].map(onLeave))
      sockets.close()
      await closeConnections(app, rooms)
      stopHandlingFaults()
    },
  }
}

/** The web server with its guards, before any room is in it, and what rooms share. */
async function openApp(config: ServerConfig, parts: LetterServerParts) {
  const log = await openServiceLog(config)
  const app = Fastify({ logger: log.options, http: HEAD_TIMES })
  const stopHandlingFaults = handleFaults({
    hear: ({ stage = 'service', error }) => app.log.error({ err: error, stage }, 'a fault of ours'),
  })
  limitConnections(app, config.maxClients)
  const admit = createDoorkeeper(config, parts.nowMs)
  guardPages(app, config, admit)
  cutOffSlowBodies(app)
  addHttpAnswers(app)
  const shared = {
    ...{ config, admit, metrics: createMetrics(), healthChecks: [log.look] },
    lettersFault: parts.model.ok ? undefined : inEnglish(parts.model.problem.message),
    addresses: createAddressCount(mostOfOneAddress(config.maxClients)),
    readPixels: createPixelReader(config.maxPicturePx),
  }
  return { app, shared, stopHandlingFaults }
}

interface Door {
  readonly admit: Doorkeeper
  readonly metrics: ServiceMetrics
  readonly app: FastifyInstance
  readonly rooms: readonly OpenRoom[]
}

/** WebSockets of a room are left to it; the others become clients if they may. */
function acceptUpgrades(sockets: WebSocketServer, { admit, metrics, app, rooms }: Door): void {
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node took its own listener off: a connection that is reset before somebody else listens would end the process.
    socket.on('error', () => socket.destroy())
    const isOfRoom = rooms.some(({ upgradePath }) => isPathBelow(request.url, upgradePath))
    if (isOfRoom) return
    const access = admit(request)
    if (access.kind === 'refused') {
      metrics.refused.inc({ why: access.why })
      app.log.warn({ why: access.why }, 'connection refused')
      setTimeout(refuseUpgrade, access.afterMs, socket, `${access.status} ${access.why}`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (open) =>
      sockets.emit('connection', open, request),
    )
  })
}

/** Browsers hold connections ready that they have not used, and Node would wait a minute for each. */
async function closeConnections(app: FastifyInstance, rooms: readonly OpenRoom[]): Promise<void> {
  const cutOff = setTimeout(() => {
    app.server.closeAllConnections()
  }, FINISH_MS)
  await Promise.all(rooms.map((room) => room.close()))
  await app.close()
  clearTimeout(cutOff)
}

const isPathBelow = (url: string | undefined, path: string | undefined): boolean =>
  path !== undefined && url?.startsWith(path) === true

function addServicePages(
  app: FastifyInstance,
  { metrics, lettersFault }: SharedWithRooms,
  connections: ReadonlySet<Connection>,
  rooms: readonly OpenRoom[],
): void {
  const letters =
    lettersFault === undefined ? { status: 'ready' } : { status: 'off', reason: lettersFault }
  app.get('/health', () =>
    Object.assign(
      { status: 'ok', clients: connections.size, letters },
      ...rooms.map((room) => room.health?.()),
    ),
  )
  app.get('/metrics', async (_request, reply) => {
    await reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('portOf: no TCP address')
  return address.port
}

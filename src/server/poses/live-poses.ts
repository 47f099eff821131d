import type { FastifyInstance } from 'fastify'
import type { OpenRoom, SharedWithRooms } from '../http/server.ts'
import { addPosePages } from './pose-pages.ts'
import type { PoseService } from './pose-service.ts'
import { openPoseSockets, POSE_SOCKET_PATH } from './pose-sockets.ts'

/** Poses of live pictures on the service's port: Socket.IO, one picture by HTTP, and the page that shows it. */
export function addLivePoses(
  app: FastifyInstance,
  { config, metrics, lettersFault, readPixels, admit, addresses, healthChecks }: SharedWithRooms,
  { service, nowMs }: { readonly service: PoseService; readonly nowMs: () => number },
): OpenRoom {
  addPosePages(app, { config, readPixels, service, healthChecks, nowMs })
  const sockets = openPoseSockets({
    app,
    config,
    readPixels,
    service,
    metrics,
    admit,
    addresses,
    nowMs,
  })
  return {
    upgradePath: POSE_SOCKET_PATH,
    health: () => {
      const { kind } = service.state
      const ready = kind === 'healthy' || kind === 'degraded'
      const letters = lettersFault === undefined ? 'ready' : 'off'
      return { ready, device: 'cpu', models: { letters, hands: 'ready', pose: kind } }
    },
    close: () => sockets.close(),
  }
}

import type { RendererEndpoint } from '../../contract/boundary/endpoints.ts'
import { createRendererEndpoint } from '../../contract/boundary/renderer-endpoint.ts'
import { electronBridge, stayConnectedToElectron } from './electron-transports.ts'
import { openLinkSecret } from './link-secret.ts'
import { stayConnectedBySocket } from './web-socket-transports.ts'

/**
 * Opens the page's end of the boundary: over Electron's port where our preload script is, over the WebSocket of the
 * server that served the page otherwise. It reconnects by itself; subscribe at once, what comes early is not kept.
 */
export function openRendererEndpoint(): RendererEndpoint {
  const end = createRendererEndpoint({
    session: crypto.randomUUID(),
    runAfter(delayMs, run) {
      const timer = window.setTimeout(run, delayMs)
      return () => window.clearTimeout(timer)
    },
    onTrouble: (message) => end.send('problem', { stage: 'link', severity: 'medium', message }),
  })
  end.on('ping', (turn) => end.send('pong', turn))
  const bridge = electronBridge()
  const attach = end.attach
  const stop = bridge
    ? stayConnectedToElectron(bridge, attach)
    : stayConnectedBySocket(openLinkSecret(), attach)
  return {
    send: end.send,
    on: end.on,
    request: end.request,
    onConnection: end.onConnection,
    close() {
      stop()
      end.close()
    },
  }
}

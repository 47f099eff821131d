import { inBackground, reportFault } from '../../../contract/boundary/faults.ts'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { WebSocketServer } from 'ws'
import type { MainEndpoint, Unsubscribe } from '../../../contract/boundary/endpoints.ts'
import { createMainEndpoint } from '../../../contract/boundary/main-endpoint.ts'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { notifyAll, subscribe } from '../../../contract/boundary/subscribers.ts'
import { say } from '../../../contract/words/say.ts'
import type { StageProblem } from '../../../contract/channels/status.ts'
import { onlyEnglish } from '../../../core/sentence/sentence.ts'
import type { ExposedFile } from '../../shared/exposed-file.ts'
import { answerRequest, OPEN_PATH } from './serve-request.ts'
import { turnAwayStrangers } from '../../../node/turn-away-strangers.ts'
import { LINK_PROTOCOL } from '../../../node/loopback-auth.ts'
import { createPageAccess, type PageAccess } from './page-access.ts'
import { createDoorWatch, type Intrusion } from './door-watch.ts'
import { createExposedFiles } from './exposed-files.ts'
import { acceptLinks } from './accept-links.ts'
import { createUploads } from './uploads.ts'
import { hearErrors } from '../../../node/hear-errors.ts'

/** The way to the page where there is no Electron: files and a WebSocket, for this computer only. */
export interface LoopbackServer {
  readonly port: number
  /**
   * An address that leads to the page with a fresh one-time token; ask again for every page that is opened. Secret: it must stand
   * in no command line.
   */
  pageUrl(): string
  /** The boundary to the page. It outlives broken connections and reloads. */
  readonly end: MainEndpoint
  /** Makes one local file readable under an address that cannot be guessed. */
  expose(file: string | ExposedFile): string
  /** An address of the same kind where the page may put one file. */
  expectUpload(toPath: string, sizeBytes: number): string
  /** Until the answer is called, the page is shown but not connected: nobody would hear what it says. */
  hold(): () => void
  /** Whoever stands at the door and is not our page. */
  onIntrusion(listener: (intrusion: Intrusion) => void): Unsubscribe
  close(): Promise<void>
}

export interface LoopbackOptions {
  /** URL prefix → folder, for example `/` → the built page, `/models/` → the models. */
  readonly folders: Readonly<Record<string, string>>
  /** A free port when left out. */
  readonly port?: number
  /** Addresses besides this server's own that the page may connect to. */
  readonly connect?: readonly string[]
  readonly onProblem?: (problem: StageProblem) => void
}

/** A frame of two hands is 6 KB; a project to import may have 256 KB, each of them written as an escape of six. */
const MAX_MESSAGE_BYTES = 2 * 1024 * 1024
const GOODBYE_MS = 300

export async function startLoopbackServer(
  options: LoopbackOptions,
): Promise<Result<LoopbackServer>> {
  const files = createExposedFiles(options.folders)
  const uploads = createUploads()
  const access = createPageAccess()
  const listeners = new Set<(intrusion: Intrusion) => void>()
  const watch = createDoorWatch((intrusion) => {
    if (intrusion.kind === 'token-used-again') putOut(access, sockets)
    notifyAll(listeners, intrusion)
  })
  const server = createServer((request, response) => {
    const { connect = [] } = options
    inBackground(
      'link',
      answerRequest(request, response, { port, connect, files, uploads, access, watch }),
    )
  })
  turnAwayStrangers(server)
  const listening = await listen(server, options.port ?? 0)
  if (!listening.ok) return listening
  server.on('error', (error) => reportFault({ stage: 'link', error }))
  const port = listening.value
  const end = createMainEndpoint({
    session: randomUUID(),
    onTrouble: (message) => options.onProblem?.({ stage: 'link', severity: 'medium', message }),
  })
  const sockets = openSockets()
  const gate = createGate()
  const door = { server, sockets, access, watch, port, whenLetIn: gate.whenOpen }
  acceptLinks({ ...door, attach: (transport) => end.attach(transport) })
  return ok({
    port,
    pageUrl: () => `http://127.0.0.1:${port}${OPEN_PATH}${access.issueToken()}`,
    onIntrusion: (listener) => subscribe(listeners, listener),
    end,
    expose: (file) => files.expose(file),
    expectUpload: (toPath, sizeBytes) => uploads.expectUpload(toPath, sizeBytes),
    hold: gate.hold,
    close: async () => {
      end.close()
      await closedSoon(sockets)
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  })
}

/** Open until it is held, and again when the answer is called. */
function createGate(): { readonly hold: () => () => void; readonly whenOpen: () => Promise<void> } {
  let open = Promise.resolve()
  return {
    whenOpen: () => open,
    hold: () => {
      let answer = (): void => undefined
      open = new Promise((resolve) => {
        answer = resolve
      })
      return () => {
        answer()
      }
    },
  }
}

/** Whoever is connected may be the wrong one, and must not come back. */
function putOut(access: PageAccess, sockets: WebSocketServer): void {
  access.lockOut()
  for (const socket of sockets.clients) socket.terminate()
}

const openSockets = (): WebSocketServer =>
  hearErrors(
    new WebSocketServer({
      noServer: true,
      maxPayload: MAX_MESSAGE_BYTES,
      handleProtocols: () => LINK_PROTOCOL,
    }),
  )

/** Lets the pages hear that it is over (and that coming back is no use), but does not wait for one that hangs. */
async function closedSoon(sockets: WebSocketServer): Promise<void> {
  const all = [...sockets.clients].map((socket) => once(socket, 'close'))
  await Promise.race([Promise.all(all), setTimeout(GOODBYE_MS, undefined, { ref: false })])
  for (const socket of sockets.clients) socket.terminate()
}

function listen(server: Server, wanted: number): Promise<Result<number>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        const fix = onlyEnglish('Choose another port, or leave it out to take a free one.')
        return resolve(failed(say('Port {} is taken by another program.', wanted), fix))
      }
      resolve(failed(onlyEnglish(`No port could be opened on this computer: ${error.message}`)))
    })
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') return resolve(ok(address.port))
      resolve(failed(onlyEnglish('No port could be opened on this computer.')))
    })
  })
}

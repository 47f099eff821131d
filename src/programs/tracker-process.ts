/**
 * The tracker process: the models and everything native that runs them, away from the app. A crash or a hang of theirs
 * ends this process and not the app, and the app's event loop, which moves the pointer, never waits for a model.
 * Pictures reach it straight from the page, so that they pass through no other process of ours.
 */
import { inBackground } from '../contract/boundary/faults.ts'
import { saidBy } from '../contract/words/said-error.ts'
import { bodyPixelStream } from '../inference/tracker/body-pixel-stream.ts'
import { openHandEngine } from '../inference/hand-engine.ts'
import { handPixelStream } from '../inference/tracker/hand-pixel-stream.ts'
import { startPixelServer, type Admission } from '../inference/tracker/pixel-server.ts'
import type { PixelStream } from '../inference/tracker/pixel-stream.ts'
import { openPoseEngine } from '../inference/pose-engine.ts'
import {
  trackerProcessCommandSchema,
  type TrackerProcessCommand,
  type TrackerProcessReply,
} from '../inference/tracker/tracker-commands.ts'
import { isOurHost, isSameSecret, LINK_PROTOCOL, secretIn } from '../node/loopback-auth.ts'

type StartCommand = Extract<TrackerProcessCommand, { kind: 'start' }>

let admittedToken: string | undefined

// Ctrl+C reaches every process of the terminal; when to stop is the app's decision, or that of its end.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit(0))

process.on('message', (message: unknown) => {
  const command = trackerProcessCommandSchema.parse(message)
  switch (command.kind) {
    case 'start':
      inBackground('tracking', start(command))
      return
    case 'admit':
      admittedToken = command.token
      return
    case 'ping':
      replyToParent({ kind: 'pong', id: command.id })
  }
})

async function start(command: StartCommand): Promise<void> {
  try {
    const openStream = await openEngine(command)
    const server = await startPixelServer({
      port: command.port,
      admit: (request, port) => admitUpgrade(request.headers, port, command.origins),
      openStream,
    })
    replyToParent({ kind: 'ready', port: server.port })
  } catch (error) {
    replyToParent({ kind: 'failed', message: saidBy(error) })
  }
}

/** Answers how a page's pictures are looked at. */
async function openEngine({
  subject,
  modelsFolder,
  size,
}: StartCommand): Promise<() => PixelStream> {
  const options = { folder: modelsFolder, size }
  if (subject === 'bodies') {
    const engine = await openPoseEngine(options)
    return () => bodyPixelStream(engine.openStream())
  }
  const engine = await openHandEngine(options)
  return () => handPixelStream(engine.openStream())
}

function admitUpgrade(
  headers: Readonly<NodeJS.Dict<string | string[]>>,
  port: number,
  origins: readonly string[],
): Admission {
  const { host, origin, 'sec-websocket-protocol': protocols } = headers
  if (typeof host !== 'string' || !isOurHost(host, port))
    return refusedUpgrade('421 Misdirected Request')
  if (typeof origin !== 'string' || !origins.includes(origin))
    return refusedUpgrade('403 Forbidden')
  const secret = typeof protocols === 'string' ? secretIn(protocols) : undefined
  const isAdmitted =
    secret !== undefined && admittedToken !== undefined && isSameSecret(secret, admittedToken)
  if (!isAdmitted) return refusedUpgrade('401 Unauthorized')
  return { kind: 'welcome', protocol: LINK_PROTOCOL }
}

const refusedUpgrade = (status: string): Admission => ({ kind: 'refused', status })

function replyToParent(message: TrackerProcessReply): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
}

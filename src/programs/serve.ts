import { onEndSignals } from '../node/end-signals.ts'
import { endWithStarter } from '../node/end-with-starter.ts'
import { join } from 'node:path'
import type { Problem } from '../contract/boundary/result.ts'
import { saidBy } from '../contract/words/said-error.ts'
import { say } from '../contract/words/say.ts'
import { inEnglish, onlyEnglish, type Sentence } from '../core/sentence/sentence.ts'
import { openHandEngine } from '../inference/hand-engine.ts'
import { openLetterModel } from '../inference/letter-model.ts'
import { openPoseEngine } from '../inference/pose-engine.ts'
import { videoWorkerCommand } from '../jobs/worker/video-worker-command.ts'
import { dataDir } from '../node/data-dir.ts'
import { codeOf } from '../node/error-code.ts'
import { serviceCommandSchema, type ServiceNews } from '../contract/channels/service-channels.ts'
import { readConfig, type ServerConfig } from '../server/http/config.ts'
import { openLetterServer, type ServerRoom } from '../server/http/server.ts'
import { openKey } from '../server/http/service-key.ts'
import { addLivePoses } from '../server/poses/live-poses.ts'
import { openPoseService } from '../server/poses/pose-service.ts'
import { readPoseConfig, type PoseConfig } from '../server/videos/pose-config.ts'
import { addVideoJobs } from '../server/videos/video-jobs.ts'

/** `npm run serve`: letters over a WebSocket, poses over Socket.IO and HTTP, videos as jobs; without a window. */
const KEY_PLACE = {
  usualFile: join(dataDir(), 'service-token'),
  isTerminal: process.stderr.isTTY,
}
const RESOURCES = process.env['BECKON_RESOURCES'] ?? join(import.meta.dirname, '../../resources')

async function serve(given: ServiceConfig, pose: PoseConfig): Promise<number> {
  const key = await openKey(given.tokenSource, KEY_PLACE).catch((error: unknown) =>
    say('The service cannot start: {}', saidBy(error)),
  )
  if ('template' in key) return failAndExit(key)
  const config: ServerConfig = {
    ...given.config,
    token: key.token,
    logDir: pose.logDir,
    ...(pose.isDebug && { logLevel: 'debug' as const }),
  }
  const model = await openLetterModel(join(RESOURCES, 'letters/sign-letters.onnx'))
  const folder = join(RESOURCES, 'models/onnx')
  const engine = await openHandEngine({ folder, size: 'full' })
  const nowMs = (): number => performance.now()
  const videos = {
    ...pose,
    dataDir: pose.dataDir ?? join(dataDir(), 'pose'),
    workerCommand: pose.workerCommand ?? videoWorkerCommand(folder),
  }
  const openPose = () => openPoseEngine({ folder, size: 'full' })
  const service = openPoseService(async () => ({ pose: await openPose(), hands: engine }))
  const rooms: readonly ServerRoom[] = [
    async (app, shared) => addLivePoses(app, shared, { service, nowMs }),
    (app, shared) => addVideoJobs(app, videos, shared),
  ]
  const parts = { engine, model, nowMs, rooms }
  const server = await openLetterServer(config, parts).catch((error: unknown) =>
    startFailureReason(error, config),
  )
  if ('template' in server) return failAndExit(server)
  const place = `${config.host}:${server.port}`
  const address = `ws://${place}`
  sayAll([
    `The service is set to ${shownOfService(config)}`,
    model.ok ? `Letters on ${address}` : `Letters are off. ${wordsOf(model.problem)}`,
    `Poses on http://${place}/demo${key.query}`,
    key.words,
    `Videos on http://${place}/pose/video: ${shownOfVideos(videos)}`,
  ])
  giveSignsOfLife()
  sendToApp({ kind: 'listening', address, ...(key.file !== undefined && { tokenFile: key.file }) })
  await waitForStop()
  await server.close()
  await service.close()
  await engine.close()
  if (model.ok) await model.value.close()
  if (process.connected) process.disconnect()
  return 0
}

const sayAll = (lines: readonly string[]): void =>
  void process.stderr.write(`${lines.join('\n')}\n`)

type ServiceConfig = Extract<ReturnType<typeof readConfig>, { kind: 'config' }>

/** Everything that is set, for who starts it to check. Where Redis is may hold a password. */
const shownOfVideos = ({ redisUrl, ...config }: PoseConfig): string =>
  JSON.stringify({ ...config, queue: redisUrl === undefined ? 'a file' : 'Redis' })

/** Everybody who reads a terminal or a log would have the token. */
const shownOfService = ({ token, ...config }: ServerConfig): string =>
  JSON.stringify({ ...config, isTokenWanted: token !== undefined })

/** A signal, or the end of whoever started the service, however it ended: an app's channel is closed, npm is gone. */
const waitForStop = (): Promise<void> =>
  new Promise((resolve) => {
    endWithStarter()
    process.once('disconnect', resolve)
    onEndSignals(() => {
      resolve()
    })
  })

function failAndExit(reason: Sentence): number {
  process.stderr.write(`${inEnglish(reason)}\n`)
  sendToApp({ kind: 'failed', reason })
  return 1
}

const wordsOf = ({ message, fix }: Problem): string =>
  `${inEnglish(message)} ${fix === undefined ? '' : inEnglish(fix)}`

/** The app, when it started the service; nobody otherwise. */
const sendToApp = (news: ServiceNews): void => {
  if (process.connected) process.send?.(news, undefined, undefined, () => undefined)
}

/** The app asks for signs of life, and ends a service that gives none. */
function giveSignsOfLife(): void {
  process.on('message', (message: unknown) => {
    if (serviceCommandSchema.safeParse(message).success) sendToApp({ kind: 'pong' })
  })
}

function startFailureReason(error: unknown, { port }: ServerConfig): Sentence {
  if (codeOf(error) === 'EADDRINUSE') {
    return say('Port {} is taken by another program.', port)
  }
  return say('The service cannot start: {}', saidBy(error))
}

const read = readConfig(process.argv.slice(2), process.env)
if (read.kind === 'help') process.stdout.write(read.text)
else if (read.kind === 'problem') process.exitCode = failAndExit(onlyEnglish(read.text))
else {
  const pose = readPoseConfig({ ...process.env, ...read.poseFlags })
  process.exitCode =
    pose.kind === 'problem' ? failAndExit(onlyEnglish(pose.text)) : await serve(read, pose.config)
}

import { join } from 'node:path'
import { openHandEngine } from '../main/inference/hand-engine.ts'
import { openLetterModel } from '../main/inference/letter-model.ts'
import { readConfig, type ServerConfig } from './config.ts'
import { openLetterServer } from './letter-server.ts'

/** `npm run serve`: letters over a WebSocket, without a window. */
const RESOURCES = join(import.meta.dirname, '../../resources')

async function serve(config: ServerConfig): Promise<number> {
  const model = await openLetterModel(join(RESOURCES, 'letters/sign-letters.onnx'))
  if (!model.ok) return fail(`${model.problem.message} ${model.problem.fix ?? ''}`)
  const engine = await openHandEngine({ folder: join(RESOURCES, 'models/onnx'), size: 'full' })
  const nowMs = (): number => performance.now()
  const parts = { engine, model: model.value, nowMs }
  const server = await openLetterServer(config, parts).catch((error: unknown) => reasonOf(error))
  if (typeof server === 'string')
    return fail(`${config.host}:${config.port} is not to be had: ${server}`)
  process.stderr.write(`Letters on ws://${config.host}:${server.port}\n`)
  await untilSignal()
  await server.close()
  await engine.close()
  await model.value.close()
  return 0
}

const untilSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve()
      })
    }
  })

function fail(text: string): number {
  process.stderr.write(`${text}\n`)
  return 1
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const read = readConfig(process.argv.slice(2), process.env)
if (read.kind === 'help') process.stdout.write(read.text)
else if (read.kind === 'problem') process.exitCode = fail(read.text)
else process.exitCode = await serve(read.config)

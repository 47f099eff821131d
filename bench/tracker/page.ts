import { demoFrames } from './demo-frames.ts'
import type { BenchAnswer, BenchCommand, WorkerRequest } from './commands.ts'

/** The bench's page: passes orders to the worker that holds the trackers, as the app's own page does. */
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

async function tell(command: BenchCommand): Promise<BenchAnswer> {
  return command.kind === 'load-demo'
    ? pass({ kind: 'take', ...(await demoFrames(command.hands)) })
    : pass(command)
}

function pass(command: WorkerRequest): Promise<BenchAnswer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<BenchAnswer>) => {
      if (data.kind === 'failed') reject(new Error(data.message))
      else resolve(data)
    }
    worker.onerror = (event) => {
      reject(new Error(`worker: ${event.message}`))
    }
    worker.postMessage(command)
  })
}

Object.assign(window, { tell, isReady: true })

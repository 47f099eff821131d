import type { TrackerCommand } from '../../contract/channels/status.ts'
import type { TrackerAnswer, TrackerQuestion } from './tracker-test-worker.ts'

export const fullModel: TrackerCommand = {
  name: 'mediapipe',
  delegate: 'auto',
  model: { kind: 'found', url: '/models/hand_landmarker_full.task' },
}

/** Opens the real tracker in a worker of its own, shows it pictures and closes it again. */
export function askTracker(question: Partial<TrackerQuestion>): Promise<TrackerAnswer> {
  // In one expression: only so does the bundler see that it is a worker.
  const worker = new Worker(new URL('./tracker-test-worker.ts', import.meta.url), {
    type: 'module',
  })
  const asked: TrackerQuestion = {
    command: fullModel,
    wasmUrl: new URL('/wasm', location.href).href,
    hasBrokenGpu: false,
    pictures: [],
    ...question,
  }
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<TrackerAnswer>) => {
      worker.terminate()
      resolve(data)
    }
    worker.onerror = ({ message }) => {
      worker.terminate()
      reject(new Error(`askTracker: ${message}`))
    }
    worker.postMessage(asked)
  })
}

import { reportFault } from '../../../contract/boundary/faults.ts'
/**
 * Calls `act` every `everyMs`, also while the window is hidden, where a page's own timers sleep: the clock is a worker.
 */
export function startTicker(everyMs: number, act: () => void): () => void {
  const worker = new Worker(new URL('./ticker-worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = act
  worker.onerror = ({ message }) => reportFault({ stage: 'camera', error: new Error(message) })
  worker.postMessage(everyMs)
  return () => {
    worker.terminate()
  }
}

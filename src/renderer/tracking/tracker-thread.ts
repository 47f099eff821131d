import type { TrackerOrder, TrackerStatus } from '../../contract/status.ts'
import type { TrackerCommand, TrackerReport } from './messages.ts'

/** A tracker that has not answered a picture for this long hangs. The first picture on a GPU compiles for seconds. */
const HANGS_AFTER_MS = 15_000

/** The worker that tracks, started anew with its last order when it crashes or hangs. */
export interface TrackerThread {
  order(order: TrackerOrder): void
  setMirrored(isSourceMirrored: boolean): void
  /** Stops tracking and times these; the picture is given away. */
  measure(orders: readonly TrackerOrder[], picture: ImageBitmap): void
  /** Call regularly: `isFed` says that pictures are coming, so that silence means a hang. */
  checkAlive(nowMs: number, isFed: boolean): void
  close(): void
}

export function startTrackerThread(
  wasmUrl: string,
  /** Takes the pump's end of the channel on which pictures arrive. */
  connectPump: (port: MessagePort) => void,
  hear: (report: TrackerReport) => void,
): TrackerThread {
  let order: TrackerOrder | undefined
  let isSourceMirrored = false
  let answeredMs = performance.now()
  let status: TrackerStatus['kind'] = 'loading'

  const onReport = (report: TrackerReport): void => {
    answeredMs = performance.now()
    if (report.kind === 'status') status = report.status.kind
    hear(report)
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./tracker-worker.ts', import.meta.url), { type: 'module' })
    const { port1, port2 } = new MessageChannel()
    tell(started, { kind: 'pump', port: port1 }, [port1])
    connectPump(port2)
    tell(started, { kind: 'mirrored', isSourceMirrored })
    if (order) tell(started, { kind: 'open', order, wasmUrl })
    started.onmessage = ({ data }: MessageEvent<TrackerReport>) => {
      onReport(data)
    }
    started.onerror = restart
    return started
  }
  let worker = start()
  function restart(): void {
    worker.terminate()
    const message = 'Hand tracking stopped answering. It is being restarted.'
    if (order) onReport({ kind: 'status', status: { kind: 'failed', name: order.name, message } })
    worker = start()
  }

  return {
    order: (next) => {
      order = next
      tell(worker, { kind: 'open', order, wasmUrl })
    },
    measure: (orders, picture) => {
      order = undefined
      status = 'loading'
      tell(worker, { kind: 'measure', orders, picture, wasmUrl }, [picture])
    },
    setMirrored: (isMirrored) => {
      isSourceMirrored = isMirrored
      tell(worker, { kind: 'mirrored', isSourceMirrored })
    },
    checkAlive: (nowMs, isFed) => {
      if (!isFed || status !== 'ready') answeredMs = nowMs
      else if (nowMs - answeredMs > HANGS_AFTER_MS) restart()
    },
    close: () => {
      worker.terminate()
    },
  }
}

function tell(worker: Worker, command: TrackerCommand, transfer: Transferable[] = []): void {
  worker.postMessage(command, transfer)
}

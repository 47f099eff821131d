import { say } from '../../../../contract/words/say.ts'
import type { TrackerCommand, TrackerStatus } from '../../../../contract/channels/status.ts'
import type { Sentence } from '../../../../core/sentence/sentence.ts'
import type { ThreadCommand, TrackerReport } from './messages.ts'

/** A tracker that has not answered a picture for this long hangs. The first picture on a GPU compiles for seconds. */
const HANGS_AFTER_MS = 15_000

/** The worker that tracks, started anew with its last order when it crashes or hangs. */
export interface TrackerThread {
  command(command: TrackerCommand): void
  setMirrored(isSourceMirrored: boolean): void
  /** So many pictures a second at most. */
  setPace(perSecond: number): void
  /** Stops tracking and times these; the picture is given away. */
  measure(commands: readonly TrackerCommand[], picture: ImageBitmap): void
  /** Call regularly: `isFed` says that pictures are coming, so that silence means a hang. */
  checkAlive(nowMs: number, isFed: boolean): void
  close(): void
}

interface TrackerThreadParts<Frame> {
  /** As people are told of it. */
  readonly what: Sentence
  readonly makeWorker: () => Worker
  /** Takes the pump's end of the channel on which pictures arrive. */
  readonly connectPump: (port: MessagePort) => void
  readonly onReport: (report: TrackerReport<Frame>) => void
}

export function startTrackerThread<Frame>(parts: TrackerThreadParts<Frame>): TrackerThread {
  const wasmUrl = new URL('wasm', document.baseURI).href
  let answeredMs = performance.now()
  let status: TrackerStatus['kind'] = 'loading'

  const worker = superviseWorker(parts, (report) => {
    answeredMs = performance.now()
    if (report.kind === 'status') status = report.status.kind
    parts.onReport(report)
  })

  return {
    command: (command) => {
      const ours = { ...command, model: absoluteModelUrl(command.model) }
      worker.sendAndRepeatOnRestart({ kind: 'open', command: ours, wasmUrl })
    },
    measure: (commands, picture) => {
      const ours = commands.map((one) => ({ ...one, model: absoluteModelUrl(one.model) }))
      status = 'loading'
      worker.sendInsteadOfOpen({ kind: 'measure', commands: ours, picture, wasmUrl }, [picture])
    },
    setMirrored: (isSourceMirrored) => {
      worker.sendAndRepeatOnRestart({ kind: 'mirrored', isSourceMirrored })
    },
    setPace: (perSecond) => {
      worker.sendAndRepeatOnRestart({ kind: 'pace', perSecond })
    },
    checkAlive: (nowMs, isFed) => {
      if (!isFed || status !== 'ready') answeredMs = nowMs
      else if (nowMs - answeredMs > HANGS_AFTER_MS) worker.restart()
    },
    close: worker.close,
  }
}

/** There is always one: what crashes is started anew, and so is what the caller finds hanging. */
interface SupervisedWorker {
  /** A worker that is started anew is told it again. */
  sendAndRepeatOnRestart(command: ThreadCommand): void
  /** Told once; a worker that is started anew opens nothing. */
  sendInsteadOfOpen(command: ThreadCommand, transfer: Transferable[]): void
  restart(): void
  close(): void
}

function superviseWorker<Frame>(
  { what, makeWorker, connectPump }: TrackerThreadParts<Frame>,
  onReport: (report: TrackerReport<Frame>) => void,
): SupervisedWorker {
  /** What a worker that is started anew is told again. */
  const standing = new Map<ThreadCommand['kind'], ThreadCommand>()

  const start = (): Worker => {
    const started = makeWorker()
    const { port1, port2 } = new MessageChannel()
    postCommand(started, { kind: 'pump', port: port1 }, [port1])
    connectPump(port2)
    for (const command of standing.values()) postCommand(started, command)
    started.onmessage = ({ data }: MessageEvent<TrackerReport<Frame>>) => {
      onReport(data)
    }
    started.onerror = restart
    return started
  }
  let worker = start()
  function restart(): void {
    worker.terminate()
    const open = standing.get('open')
    if (open?.kind === 'open')
      onReport({ kind: 'status', status: hangingStatus(what, open.command) })
    worker = start()
  }

  return {
    sendAndRepeatOnRestart: (command) => {
      standing.set(command.kind, command)
      postCommand(worker, command)
    },
    sendInsteadOfOpen: (command, transfer) => {
      standing.delete('open')
      postCommand(worker, command, transfer)
    },
    restart,
    close: () => {
      worker.terminate()
    },
  }
}

const hangingStatus = (what: Sentence, { name }: TrackerCommand): TrackerStatus => ({
  kind: 'failed',
  name,
  message: say('{} {}. It is being restarted.', what, say('stopped answering')),
})

function postCommand(worker: Worker, command: ThreadCommand, transfer: Transferable[] = []): void {
  worker.postMessage(command, transfer)
}

/** A worker would resolve a relative address against its own. */
function absoluteModelUrl(model: TrackerCommand['model']): TrackerCommand['model'] {
  if (model.kind === 'broken') return model
  return { ...model, url: new URL(model.url, document.baseURI).href }
}

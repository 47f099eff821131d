import { inBackground } from '../../../../contract/boundary/faults.ts'
import type { TrackerCommand } from '../../../../contract/channels/status.ts'
import { cameraLike } from '../trackers/camera-like.ts'
import { keepWasmFactory } from '../trackers/keep-wasm-factory.ts'
import { measureTrackers } from './measure-trackers.ts'
import type { TimedPicture, ThreadCommand, TrackerReport } from './messages.ts'
import type { Tracker } from '../trackers/tracker.ts'
import { TrackerLoop, type LoopDependencies } from './tracker-loop.ts'

interface TrackerKind<Seen, Frame> extends Pick<LoopDependencies<Seen, Frame>, 'what' | 'frameOf'> {
  /** Undefined for a name that no tracker has. */
  createTracker(command: TrackerCommand, wasmUrl: string): Tracker<Seen> | undefined
}

/** So much of a camera's frame early a picture may come: asked for a moment too late, the next one is a whole frame away. */
const HALF_A_FRAME_MS = 15

/** Makes this worker the thread of a tracker. It owns the tracker; what happens when is in tracker-loop.ts. */
export function serveTracker<Seen, Frame>(kind: TrackerKind<Seen, Frame>): void {
  keepWasmFactory()
  const server = new TrackerServer(kind)
  onmessage = ({ data }: MessageEvent<ThreadCommand>) => {
    server.handle(data)
  }
}

class TrackerServer<Seen, Frame> {
  readonly #kind: TrackerKind<Seen, Frame>
  readonly #loop: TrackerLoop<Seen, Frame>
  #pump: MessagePort | undefined
  #wasmUrl = ''
  #paceMs = 0
  #lastPictureMs = -Infinity

  constructor(kind: TrackerKind<Seen, Frame>) {
    this.#kind = kind
    this.#loop = new TrackerLoop<Seen, Frame>({
      what: kind.what,
      frameOf: kind.frameOf,
      createTracker: this.#createTracker,
      report: this.#report,
      askNext: () => {
        this.#askNext()
      },
      nowMs,
      epochMs: () => performance.timeOrigin + performance.now(),
      after: (delayMs, act) => {
        const timer = setTimeout(act, delayMs)
        return () => {
          clearTimeout(timer)
        }
      },
    })
  }

  handle(command: ThreadCommand): void {
    switch (command.kind) {
      case 'pump':
        this.#listenToPump(command.port)
        return
      case 'mirrored':
        this.#loop.setMirrored(command.isSourceMirrored)
        return
      case 'pace':
        this.#paceMs = 1000 / command.perSecond
        return
      case 'open':
        this.#wasmUrl = command.wasmUrl
        inBackground('tracking', this.#loop.open(command.command))
        return
      case 'measure':
        this.#wasmUrl = command.wasmUrl
        inBackground('tracking', this.#measure(command.commands, command.picture))
    }
  }

  #listenToPump(port: MessagePort): void {
    this.#pump = port
    port.onmessage = ({ data }: MessageEvent<TimedPicture>) => {
      this.#lastPictureMs = nowMs()
      inBackground('tracking', this.#loop.detect(data))
    }
  }

  #askNext(): void {
    const waitMs = this.#lastPictureMs + this.#paceMs - HALF_A_FRAME_MS - nowMs()
    const askForPicture = (): void => {
      this.#pump?.postMessage(undefined)
    }
    if (waitMs > 0) setTimeout(askForPicture, waitMs)
    else askForPicture()
  }

  async #measure(commands: readonly TrackerCommand[], picture: ImageBitmap): Promise<void> {
    this.#loop.closeTracker()
    const frame = cameraLike(picture)
    picture.close()
    const world = { createTracker: this.#createTracker, nowMs }
    const timings = await measureTrackers(commands, frame, world)
    frame.close()
    this.#report({ kind: 'timings', timings })
  }

  readonly #createTracker = (command: TrackerCommand): Tracker<Seen> | undefined =>
    this.#kind.createTracker(command, this.#wasmUrl)

  readonly #report = (message: TrackerReport<Frame>): void => {
    postMessage(message)
  }
}

const nowMs = (): number => performance.now()

import { inBackground } from '../../../../contract/boundary/faults.ts'
import { ok, type Problem, type Result } from '../../../../contract/boundary/result.ts'
import { SaidError } from '../../../../contract/words/said-error.ts'
import { say } from '../../../../contract/words/say.ts'
import type { ScreenPoint, ScreenRect } from '../../../../core/geometry/point.ts'
import { startProcess, type ProcessClient } from '../../../../node/child-process.ts'
import { explainInputFailure } from './explain-input-failure.ts'
import {
  HEARTBEAT,
  HEARTBEAT_MS,
  inputReplySchema,
  type InputCommand,
  type InputReply,
} from './input-commands.ts'

/** The app's end of one input process. */
export interface InputClient {
  readonly desktop: ScreenRect
  /** Answers with the pointer's position once the system has carried the order out. */
  command(command: InputCommand): Promise<ScreenPoint>
  isAlive(): boolean
  /** Called once when the process has ended by itself. */
  onLost(listener: () => void): void
  /** Ends the process, which lets go of what it holds first. */
  close(): Promise<void>
}

interface Waiter {
  readonly resolve: (at: ScreenPoint) => void
  readonly reject: (error: Error) => void
}

/** Longer than any order takes; a library that hangs longer is ended. */
const ORDER_TIMEOUT_MS = 5000
/** Where a layout has next to no spare keys, each foreign letter of a text waits for the one before to be looked up. */
const LETTER_TIMEOUT_MS = 600
const START_TIMEOUT_MS = 10000

/** Starts an input process; fails with words for the user where the system takes no input from programs. */
export async function openInputClient(entryPath: string): Promise<Result<InputClient>> {
  const child = startProcess({
    entry: entryPath,
    errors: 'kept',
    // What ends the app's group (a closed terminal, a job control) must not end it too.
    isApart: true,
    parse: (message) => inputReplySchema.parse(message),
  })
  const first = await child.firstMessage(START_TIMEOUT_MS)
  if (first.kind !== 'message' || first.message.kind !== 'ready') {
    child.kill()
    return { ok: false, problem: explainInputFailure(child.lastWords(), process.platform) }
  }
  const { width, height } = first.message
  return ok(new ForkedInput(child, { left: 0, top: 0, width, height }))
}

class ForkedInput implements InputClient {
  readonly desktop: ScreenRect
  readonly #child: ProcessClient<InputReply>
  readonly #waiters = new Map<number, Waiter>()
  readonly #heart: NodeJS.Timeout
  #lastId = 0
  #isClosing = false
  #end: Problem | undefined
  #onLost: () => void = () => undefined

  constructor(child: ProcessClient<InputReply>, desktop: ScreenRect) {
    this.desktop = desktop
    this.#child = child
    this.#heart = setInterval(() => {
      child.send(HEARTBEAT)
    }, HEARTBEAT_MS).unref()
    child.onMessage((reply) => this.#receive(reply))
    inBackground(
      'output',
      child.ended.then(() => {
        this.#finish()
      }),
    )
  }

  command(command: InputCommand): Promise<ScreenPoint> {
    if (this.#end) return Promise.reject(new SaidError(this.#end.message))
    const id = (this.#lastId += 1)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#child.kill(), timeoutMs(command))
      this.#waiters.set(id, {
        resolve: (at) => (clearTimeout(timer), resolve(at)),
        reject: (error) => (clearTimeout(timer), reject(error)),
      })
      // Where it cannot be sent the process ends, which rejects.
      this.#child.send({ id, command })
    })
  }

  isAlive(): boolean {
    return this.#end === undefined
  }

  onLost(listener: () => void): void {
    this.#onLost = listener
  }

  async close(): Promise<void> {
    this.#isClosing = true
    await this.#child.stop()
  }

  #finish(): void {
    const end = this.#isClosing
      ? { message: say('Input was closed.') }
      : explainInputFailure(this.#child.lastWords(), process.platform)
    this.#end = end
    clearInterval(this.#heart)
    for (const waiter of this.#waiters.values()) waiter.reject(new SaidError(end.message))
    this.#waiters.clear()
    if (!this.#isClosing) this.#onLost()
  }

  #receive(reply: InputReply): void {
    if (reply.kind === 'ready') return
    const waiter = this.#waiters.get(reply.id)
    this.#waiters.delete(reply.id)
    if (reply.kind === 'done') waiter?.resolve({ x: reply.x, y: reply.y })
    else waiter?.reject(new SaidError(reply.message))
  }
}

const timeoutMs = (command: InputCommand): number =>
  ORDER_TIMEOUT_MS + (command.kind === 'type' ? LETTER_TIMEOUT_MS * command.text.length : 0)

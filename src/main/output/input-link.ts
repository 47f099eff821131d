import { fork, type ChildProcess } from 'node:child_process'
import { failed, ok, type Problem, type Result } from '../../contract/result.ts'
import { SaidError } from '../../contract/said-error.ts'
import { say } from '../../contract/say.ts'
import type { ScreenPoint, ScreenRect } from '../../core/geometry/point.ts'
import { explainInputFailure } from './explain-input-failure.ts'
import {
  HEARTBEAT,
  HEARTBEAT_MS,
  inputReplySchema,
  type InputOrder,
  type InputReply,
} from './input-orders.ts'

/** The app's end of one input process. */
export interface InputLink {
  readonly desktop: ScreenRect
  /** Answers with the pointer's position once the system has carried the order out. */
  order(order: InputOrder): Promise<ScreenPoint>
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

/** Longer than any order takes (a text of 2,000 letters: about 1 s); a library that hangs longer is ended. */
const ORDER_TIMEOUT_MS = 5000
const START_TIMEOUT_MS = 10000

/** Starts an input process; fails with words for the user where the system takes no input from programs. */
export async function openInputLink(entryPath: string): Promise<Result<InputLink>> {
  const child = fork(entryPath, [], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
    // A process group of its own: what ends the app's group (a closed terminal, a job control) must not end it too.
    detached: process.platform !== 'win32',
  })
  const errors = lastWords(child)
  const ready = await untilReady(child)
  if (ready === undefined) {
    child.kill('SIGKILL')
    const problem = explainInputFailure(errors(), process.platform)
    return failed(problem.message, problem.fix)
  }
  const { width, height } = ready
  return ok(new ForkedInput(child, { left: 0, top: 0, width, height }, errors))
}

class ForkedInput implements InputLink {
  readonly desktop: ScreenRect
  readonly #child: ChildProcess
  readonly #waiters = new Map<number, Waiter>()
  readonly #heart: NodeJS.Timeout
  #lastId = 0
  #end: Problem | undefined
  #onLost: () => void = () => undefined

  constructor(child: ChildProcess, desktop: ScreenRect, errors: () => string) {
    this.desktop = desktop
    this.#child = child
    this.#heart = setInterval(() => {
      if (child.connected) child.send(HEARTBEAT, () => undefined)
    }, HEARTBEAT_MS).unref()
    child.on('message', (message) => this.#receive(inputReplySchema.parse(message)))
    // `close`, not `exit`: by then its last words on stderr have been read.
    child.once('close', () => {
      const isLost = this.#end === undefined
      this.#finish(explainInputFailure(errors(), process.platform))
      if (isLost) this.#onLost()
    })
  }

  order(order: InputOrder): Promise<ScreenPoint> {
    if (this.#end) return Promise.reject(new SaidError(this.#end.message))
    const id = (this.#lastId += 1)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#child.kill('SIGKILL'), ORDER_TIMEOUT_MS)
      this.#waiters.set(id, {
        resolve: (at) => (clearTimeout(timer), resolve(at)),
        reject: (error) => (clearTimeout(timer), reject(error)),
      })
      // A failure to send is followed by `close`, which rejects.
      this.#child.send({ id, order }, () => undefined)
    })
  }

  isAlive(): boolean {
    return this.#end === undefined
  }

  onLost(listener: () => void): void {
    this.#onLost = listener
  }

  async close(): Promise<void> {
    if (this.#end) return
    // `exit` here: after a disconnect of our own, Node never emits `close`.
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    if (this.#child.connected) this.#child.disconnect()
    await ended
    this.#finish({ message: say('Input was closed.') })
  }

  #finish(end: Problem): void {
    this.#end ??= end
    clearInterval(this.#heart)
    for (const waiter of this.#waiters.values()) waiter.reject(new SaidError(this.#end.message))
    this.#waiters.clear()
  }

  #receive(reply: InputReply): void {
    if (reply.kind === 'ready') return
    const waiter = this.#waiters.get(reply.id)
    this.#waiters.delete(reply.id)
    if (reply.kind === 'done') waiter?.resolve({ x: reply.x, y: reply.y })
    else waiter?.reject(new Error(reply.message))
  }
}

function untilReady(
  child: ChildProcess,
): Promise<Extract<InputReply, { kind: 'ready' }> | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), START_TIMEOUT_MS)
    const settle = (reply: Extract<InputReply, { kind: 'ready' }> | undefined): void => {
      clearTimeout(timer)
      resolve(reply)
    }
    child.once('close', () => settle(undefined))
    child.once('error', () => settle(undefined))
    child.once('message', (message) => {
      const reply = inputReplySchema.safeParse(message)
      settle(reply.success && reply.data.kind === 'ready' ? reply.data : undefined)
    })
  })
}

const KEPT_CHARACTERS = 4000

function lastWords(child: ChildProcess): () => string {
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-KEPT_CHARACTERS)
  })
  return () => words
}

import { fork, type ChildProcess } from 'node:child_process'
import { finished } from 'node:stream/promises'
import type { Unsubscribe } from '../contract/boundary/endpoints.ts'
import { rememberLastOutput } from './last-words.ts'
import { hearErrors } from './hear-errors.ts'

/** Another process of ours, from here: one channel for messages, and one end. */
export interface ProcessClient<Message> {
  /** 0 when it could not be started. */
  readonly pid: number
  isRunning(): boolean
  /** Sends nothing once the channel is closed: the process's end is what counts then. */
  send(message: object): void
  onMessage(listener: (message: Message) => void): Unsubscribe
  /** What it says first, by which it is ready, or why it says nothing. Ask at once. */
  firstMessage(withinMs: number): Promise<FirstMessage<Message>>
  /** Resolves when it is gone, however it ended, and its last words have been read. */
  readonly ended: Promise<ProcessEnd>
  /** The end of what it wrote to standard error, where that is kept. */
  lastWords(): string
  /** Ends it at once. */
  kill(): void
  /** Closes its channel, which tells it to end, and waits until it has; with a time, it is killed when that is over. */
  stop(withinMs?: number): Promise<void>
}

export type ProcessEnd =
  | { readonly kind: 'exited'; readonly code: number | null; readonly signal: string | null }
  | { readonly kind: 'not-started'; readonly reason: string }

export type FirstMessage<Message> =
  { readonly kind: 'message'; readonly message: Message } | { readonly kind: 'late' } | ProcessEnd

export interface ProcessStart<Message> {
  /** The program's script. */
  readonly entry: string
  readonly args?: readonly string[]
  /** Options of Node itself. This process's own are not passed on. */
  readonly nodeOptions?: readonly string[]
  /** All of its environment; this process's own when left out. */
  readonly env?: NodeJS.ProcessEnv
  /** What becomes of its standard error; its standard output is dropped. */
  readonly errors: 'kept' | 'shown' | 'dropped'
  /** In a process group of its own: what ends ours (a closed terminal, a job control) does not end it too. */
  readonly isApart?: boolean
  /** A message of the process, or nothing: it is passed over then. */
  readonly parse: (message: unknown) => Message | undefined
}

const STREAMS = { kept: 'pipe', shown: 'inherit', dropped: 'ignore' } as const

/** Starts a program as a process that this one can talk to. */
export function startProcess<Message>(start: ProcessStart<Message>): ProcessClient<Message> {
  const child = hearErrors(
    fork(start.entry, [...(start.args ?? [])], {
      stdio: ['ignore', 'ignore', STREAMS[start.errors], 'ipc'],
      execArgv: [...(start.nodeOptions ?? [])],
      env: start.env,
      detached: start.isApart === true && process.platform !== 'win32',
    }),
  )
  const lastWords = child.stderr === null ? () => '' : rememberLastOutput(child.stderr)
  let isRunning = true
  const ended = endOf(child).finally(() => {
    isRunning = false
  })
  const onMessage = (listener: (message: Message) => void): Unsubscribe => {
    const receive = (raw: unknown): void => {
      const message = start.parse(raw)
      if (message !== undefined) listener(message)
    }
    child.on('message', receive)
    return () => void child.off('message', receive)
  }
  const kill = (): void => void child.kill('SIGKILL')
  return {
    pid: child.pid ?? 0,
    isRunning: () => isRunning,
    send: (message) => {
      // A failure to send is followed by the end.
      if (child.connected) child.send(message, () => undefined)
    },
    onMessage,
    firstMessage: (withinMs) => firstMessage(onMessage, ended, withinMs),
    ended,
    lastWords,
    kill,
    stop: async (withinMs) => {
      if (child.connected) child.disconnect()
      const timer = withinMs === undefined ? undefined : setTimeout(kill, withinMs)
      await ended
      clearTimeout(timer)
    },
  }
}

function firstMessage<Message>(
  onMessage: ProcessClient<Message>['onMessage'],
  ended: Promise<ProcessEnd>,
  withinMs: number,
): Promise<FirstMessage<Message>> {
  return new Promise((resolve) => {
    const settle = (first: FirstMessage<Message>): void => {
      clearTimeout(timer)
      unsubscribe()
      resolve(first)
    }
    const timer = setTimeout(settle, withinMs, { kind: 'late' })
    const unsubscribe = onMessage((message) => {
      settle({ kind: 'message', message })
    })
    ended.then(settle, () => undefined)
  })
}

async function endOf(child: ChildProcess): Promise<ProcessEnd> {
  const end = await new Promise<ProcessEnd>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve({ kind: 'exited', code, signal })
    })
    child.on('error', ({ message }) => {
      // Of a process that runs it says that a message or a signal did not get there.
      if (child.pid === undefined) resolve({ kind: 'not-started', reason: message })
    })
  })
  // Not the child's `close` for both: Node never emits it after a disconnect of our own.
  if (end.kind === 'exited' && child.stderr !== null) {
    await finished(child.stderr).catch(() => undefined)
  }
  return end
}

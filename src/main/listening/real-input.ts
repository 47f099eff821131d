import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { failed, ok, type Result } from '../../contract/result.ts'
import { say } from '../../contract/say.ts'
import type { ScreenPoint } from '../../core/geometry/point.ts'
import type { Sentence } from '../../core/sentence.ts'
import { listenerReportSchema, type ListenerReport } from './listener-reports.ts'

export interface RealInputListener {
  /** A key other than Shift, Control, Alt and the like went down. */
  readonly onKey: () => void
  /** The pointer is there now, whoever moved it. */
  readonly onMotion: (at: ScreenPoint) => void
  /** It hears nothing any more. */
  readonly onEnd: () => void
}

/** What the real keyboard and mouse do. */
export interface RealInput {
  close(): Promise<void>
}

/** The library waits for ever where there is nothing to listen to. */
const START_TIMEOUT_MS = 5000

/** Starts listening; fails with words for people where the system does not let it. */
export async function listenToRealInput(hear: RealInputListener): Promise<Result<RealInput>> {
  const child = fork(entryPath(), [], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
  })
  if (!(await untilReady(child))) {
    child.kill('SIGKILL')
    return failed(
      say('Beckon cannot tell when you type: gestures do not wait for the keyboard.'),
      FIXES[process.platform],
    )
  }
  let isClosing = false
  child.on('message', (message) => {
    const report = listenerReportSchema.safeParse(message)
    if (report.success) tell(report.data, hear)
  })
  child.once('exit', () => {
    if (!isClosing) hear.onEnd()
  })
  return ok({
    close: () => {
      isClosing = true
      return ended(child)
    },
  })
}

const FIXES: Readonly<Partial<Record<NodeJS.Platform, Sentence>>> = {
  darwin: say('Allow Beckon under System Settings, Privacy & Security, Input Monitoring.'),
  linux: say('It needs an X11 session whose server has the RECORD extension.'),
}

function tell(report: ListenerReport, hear: RealInputListener): void {
  switch (report.kind) {
    case 'ready':
      return
    case 'key':
      hear.onKey()
      return
    case 'motion':
      hear.onMotion({ x: report.x, y: report.y })
  }
}

function untilReady(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(false)
    }, START_TIMEOUT_MS)
    const settle = (isReady: boolean): void => {
      clearTimeout(timer)
      resolve(isReady)
    }
    child.once('message', () => {
      settle(true)
    })
    child.once('error', () => {
      settle(false)
    })
    child.once('exit', () => {
      settle(false)
    })
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve()
    })
    // The library holds its process in a thread of its own: asking is not enough.
    child.kill('SIGKILL')
  })
}

/** Beside this file when run from its sources; one of the built entries otherwise. */
function entryPath(): string {
  const here = import.meta.dirname
  const candidates = [
    join(here, 'listener-process.ts'),
    join(here, 'listener-process.js'),
    join(here, '..', 'listener-process.js'),
  ]
  const found = candidates.find((path) => existsSync(path))
  if (found === undefined) throw new Error(`real-input: no listener-process entry near ${here}`)
  return found
}

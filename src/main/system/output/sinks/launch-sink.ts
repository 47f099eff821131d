import { spawn } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { SaidError } from '../../../../contract/words/said-error.ts'
import { say } from '../../../../contract/words/say.ts'
import type { Outcome } from './sink.ts'
import { hearErrors } from '../../../../node/hear-errors.ts'

export interface LaunchSink {
  /** Starts a program with arguments, or opens a URL or a file with what the system has for it. */
  open(target: string, args: readonly string[]): Outcome
}

/** A program that ends this soon with a failure did not start properly. */
const SETTLE_MS = 500

/** Starts programs of their own, which live on when the app ends. No shell takes part: arguments stay arguments. */
export function createLaunchSink(platform: NodeJS.Platform = process.platform): LaunchSink {
  return {
    open: (target, args) => {
      const [program, ...rest] = isForOpener(target)
        ? startOpener(platform, target)
        : [target, ...args]
      return start(program, rest, platform !== 'win32' || program !== 'explorer.exe')
    },
  }
}

/** A URL, or a file or folder that is there and is not itself a program. */
export function isForOpener(target: string): boolean {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(target) || /^mailto:/i.test(target)) return true
  if (!isAbsolute(target)) return false
  const found = statSync(target, { throwIfNoEntry: false })
  if (found === undefined) return false
  return found.isDirectory() || !isProgram(target)
}

function isProgram(path: string): boolean {
  if (/\.(exe|com|bat|cmd)$/i.test(path)) return true
  try {
    accessSync(path, constants.X_OK)
    return process.platform !== 'win32'
  } catch {
    return false
  }
}

export function startOpener(platform: NodeJS.Platform, target: string): [string, ...string[]] {
  if (platform === 'darwin') return ['open', target]
  // `start` needs a shell, in which an ampersand in a URL would end the command.
  if (platform === 'win32') return ['explorer.exe', target]
  return ['xdg-open', target]
}

function start(program: string, args: readonly string[], hasExitCode: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = hearErrors(
      spawn(program, args, { detached: true, stdio: 'ignore', windowsHide: false }),
    )
    let timer: NodeJS.Timeout | undefined
    child.once('error', (error) => {
      reject(new SaidError(say('{} could not be started: {}', program, error.message)))
    })
    child.once('spawn', () => {
      child.unref()
      timer = setTimeout(resolve, SETTLE_MS)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      // explorer.exe answers 1 even when it opened the address.
      if (code === 0 || !hasExitCode) resolve()
      else reject(new SaidError(say('{} ended at once with code {}.', program, code ?? 'none')))
    })
  })
}

import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { ROOT } from './places.mjs'
import { say } from './say.mjs'
import { whenNpmEnds } from './starter.mjs'

/** Runs a set-up tool to its end. Its output goes to the error stream; returns its exit code. */
export function runStep(program, args, { env = {}, cwd = ROOT, timeoutMs, quiet = false } = {}) {
  const result = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: quiet ? 'ignore' : ['ignore', 2, 2],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  })
  return result.error === undefined ? (result.status ?? 1) : 1
}

/**
 * Runs the app in the foreground: its terminal, its exit code. Signals reach it once: those that a terminal sends to
 * the whole group are not sent again. It ends when we are killed, and when npm, which started us, is.
 */
export function runApp(program, args, env = {}) {
  const child = spawn(program, args, {
    cwd: process.cwd(),
    env: { ...process.env, BECKON_STARTED_BY: String(process.pid), ...env },
    stdio: 'inherit',
  })
  const stopWatching = whenNpmEnds(() => {
    say('npm has ended, so Beckon ends, too.')
    child.kill('SIGTERM')
  })
  const isInTerminal = process.stdin.isTTY === true
  const forward = (signal) => {
    if (signal !== 'SIGINT' || !isInTerminal) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward)
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${program} did not start: ${error.message}\n`)
      resolve(127)
    })
    child.once('exit', (code, signal) => {
      stopWatching()
      resolve(exitCode(code, signal))
    })
  })
}

/** A process ended by a signal counts as 128 plus the signal's number, as shells do. */
export function exitCode(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0)
}

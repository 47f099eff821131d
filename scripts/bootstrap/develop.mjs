import { spawn, spawnSync } from 'node:child_process'
import { watch } from 'node:fs'
import { exitCode } from './run.mjs'
import { say } from './say.mjs'

/** Editors write a file in several steps, and another branch many files. */
const SETTLED_MS = 300

/**
 * Runs a program, and runs it anew whenever what is in `folders` has changed in a way that `hash` notices. Ends when the
 * program ends by itself and all was well, or by a signal, which it hands on; after a failure it waits for the next change.
 * Returns the exit code.
 */
export function develop({ program, args, folders, hash }) {
  return new Promise((resolve) => {
    let known = hash()
    let child
    let isEnding = false
    let isReplaced = false
    let settling

    const end = (code) => {
      clearTimeout(settling)
      for (const watcher of watchers) watcher.close()
      resolve(code)
    }
    const run = () => {
      child = spawn(program, args, { stdio: 'inherit' })
      child.once('exit', (code, signal) => {
        child = undefined
        if (isReplaced) {
          isReplaced = false
          run()
        } else if (isEnding || code === 0) end(exitCode(code, signal))
        else say('It did not go well. Waiting for a change.')
      })
    }
    const onChange = () => {
      const now = hash()
      if (now === known || isEnding) return
      known = now
      if (isReplaced) return
      say('A source has changed: building and starting anew.')
      if (child === undefined) return run()
      isReplaced = true
      stop(child)
    }
    const watchers = folders.map((folder) =>
      watch(folder, { recursive: true }, () => {
        clearTimeout(settling)
        settling = setTimeout(onChange, SETTLED_MS)
      }),
    )
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        isEnding = true
        isReplaced = false
        if (child === undefined) end(exitCode(null, signal))
        // A terminal sends its own to the whole group.
        else if (signal !== 'SIGINT' || process.stdin.isTTY !== true) child.kill(signal)
      })
    }
    run()
  })
}

/** The program and what it started: on Windows nobody hands an end on. */
function stop(child) {
  if (process.platform !== 'win32') child.kill('SIGTERM')
  else spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' })
}

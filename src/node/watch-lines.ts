import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { hearErrors } from './hear-errors.ts'
import { leash } from './leash.ts'

/** Runs a program that goes on telling, line by line. Answers how to end it; it ends with us, however we end. */
export function watchLines(
  program: string,
  args: readonly string[],
  onLine: (line: string) => void,
  onEnd: (reason: string) => void,
): () => void {
  // Titles in every script are to come as they are.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const [first = program, ...rest] = [...leash(), program, ...args]
  const child = hearErrors(spawn(first, rest, { env, stdio: ['ignore', 'pipe', 'ignore'] }))
  let isOver = false
  const end = (reason: string): void => {
    if (isOver) return
    isOver = true
    onEnd(reason)
  }
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!isOver) onLine(line)
  })
  child.once('error', ({ message }) => {
    end(message)
  })
  child.once('exit', (code, signal) => {
    end(`${program} ended with ${signal ?? code}`)
  })
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  return () => {
    isOver = true
    process.removeListener('exit', kill)
    kill()
  }
}

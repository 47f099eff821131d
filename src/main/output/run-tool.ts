import { execFile } from 'node:child_process'
import { SaidError } from '../../contract/said-error.ts'
import { say } from '../../contract/say.ts'

/** Runs a program without a shell and answers what it printed; rejects with its last words. In English: it is parsed. */
export function runTool(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { timeout: TIMEOUT_MS, env: { ...process.env, LC_ALL: 'C' } }
    execFile(program, [...args], options, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout)
      if (error.code === 'ENOENT') return reject(new SaidError(say('{} is not installed', program)))
      reject(new Error(`${program}: ${stderr.trim() || error.message}`))
    })
  })
}

const TIMEOUT_MS = 3000

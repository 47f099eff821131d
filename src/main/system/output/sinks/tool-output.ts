import { SaidError } from '../../../../contract/words/said-error.ts'
import { say } from '../../../../contract/words/say.ts'
import { runTool } from '../../../../node/run-tool.ts'

const TIMEOUT_MS = 3000

/** Runs one of the system's programs and answers what it printed; rejects with its last words. In English: it is parsed. */
export async function outputOf(program: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C' }
  const run = await runTool(program, args, { timeoutMs: TIMEOUT_MS, env })
  switch (run.kind) {
    case 'done':
      return run.stdout
    case 'absent':
      throw new SaidError(say('{} is not installed', program))
    case 'refused':
      throw new Error(`${program}: ${run.reason}`)
  }
}

import { HELP, parseCli } from './cli.ts'
import type { AppOptions } from '../shared/app-options.ts'
import type { Terminal } from '../shared/terminal.ts'

/** What a shell expects of a command line that cannot be read. */
const USAGE_ERROR = 2

/** What the app is to do; or, when there is nothing to run, the exit code: help was asked for, or the command line cannot be read. */
export function startOptions(
  argv: readonly string[],
  terminal: Pick<Terminal, 'problem'>,
):
  | { readonly kind: 'run'; readonly options: AppOptions }
  | { readonly kind: 'exit'; readonly code: number } {
  const command = parseCli(argv)
  if (!command.ok) {
    terminal.problem(command.problem)
    return { kind: 'exit', code: USAGE_ERROR }
  }
  if (command.value.kind === 'run') return { kind: 'run', options: command.value.options }
  process.stdout.write(HELP)
  return { kind: 'exit', code: 0 }
}

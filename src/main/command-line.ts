import { failed, type Result } from '../contract/result.ts'
import { onlyEnglish } from '../core/sentence.ts'
import type { AppOptions } from './cli.ts'
import { tellRunning } from './control/control-client.ts'
import { openControl } from './control/control-server.ts'
import type { Host } from './host/host.ts'
import { obeyCommand } from './obey-command.ts'
import type { Services } from './services.ts'
import type { WiredApp } from './wire.ts'

/** Listens for `beckon switch`, `pause`, `resume` and `status`. Answers how to stop. */
export function openCommandLine(
  dataDir: string,
  { board, session, switcher }: WiredApp,
  { projects }: Services,
  host: Host,
): Promise<Result<() => Promise<void>>> {
  return openControl(dataDir, (command) =>
    obeyCommand(command, {
      state: () => board.current(),
      projects: () => projects.list(),
      choose: (id) => switcher.choose(id, 'command'),
      setMode: (mode) => {
        session.setMode(mode)
      },
      showWindow: () => {
        host.showWindow()
      },
    }),
  )
}

/**
 * A second start does not fight with the first: the first shows its window and goes on in the project that was asked for.
 * Answers why this one ends, or nothing where no other runs.
 */
export async function handOver(
  dataDir: string,
  { project }: Pick<AppOptions, 'project'>,
): Promise<Extract<Result<never>, { ok: false }> | undefined> {
  const shown = await tellRunning(dataDir, { kind: 'show' })
  if (shown.kind !== 'answered') return undefined
  const { pid } = shown.answer.status
  const switched =
    project === undefined ? undefined : await tellRunning(dataDir, { kind: 'switch', project })
  const said = switched?.kind === 'answered' ? switched.answer.lines : []
  const message = [`Beckon is already running (process ${String(pid)}).`, ...said].join(' ')
  const result = failed(onlyEnglish(message), onlyEnglish('Use its window, or end it first.'))
  return result.ok ? undefined : result
}

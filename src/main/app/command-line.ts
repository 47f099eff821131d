import { failed, type Result } from '../../contract/boundary/result.ts'
import type { AppOptions } from '../shared/app-options.ts'
import type { RestrictedPart } from '../../core/project/restricted-parts.ts'
import { inEnglish, onlyEnglish } from '../../core/sentence/sentence.ts'
import { visibleText } from '../../core/sentence/visible-text.ts'
import { describePart } from '../features/projects/describe-parts.ts'
import { sendToRunning } from '../features/command-line/command-client.ts'
import { openCommandServer } from '../features/command-line/command-server.ts'
import type { Host } from '../system/host/host.ts'
import { handleCommand } from '../features/command-line/handle-command.ts'
import type { Services } from './open-services.ts'
import type { ComposedApp } from './compose.ts'
import { stageContext } from '../../node/stage-context.ts'
import type { ControlAnswer, ControlCommand } from '../features/command-line/command.ts'

/** Listens for `beckon switch`, `projects`, `pause`, `resume` and `status`. Answers how to stop. */
export function openCommandLine(
  dataDir: string,
  { stateStore, session, switcher }: ComposedApp,
  { projects }: Services,
  host: Host,
): Promise<Result<() => Promise<void>>> {
  const handle = (command: ControlCommand): ControlAnswer =>
    handleCommand(command, {
      state: () => stateStore.current(),
      projects: () => projects.list(),
      withheld: (id) => (projects.entry(id)?.withheld ?? []).map(inOneLine),
      choose: (id) => switcher.choose(id, 'command'),
      setMode: (mode) => {
        session.setMode(mode)
      },
      showWindow: () => {
        host.showWindow()
      },
    })
  return stageContext.within('command-line', () => openCommandServer(dataDir, handle))
}

function inOneLine(part: RestrictedPart): string {
  const { gesture, does, exactly } = describePart(part)
  const whole = exactly === undefined ? '' : ` (in full: ${exactly})`
  return `${gesture === undefined ? '' : `${visibleText(gesture)}: `}${inEnglish(does)}${whole}`
}

/**
 * A second start does not fight with the first: the first shows its window and goes on in the project that was asked for.
 * Answers why this one ends, or nothing where no other runs.
 */
export async function handOverToRunning(
  dataDir: string,
  { project }: Pick<AppOptions, 'project'>,
): Promise<Extract<Result<never>, { ok: false }> | undefined> {
  const shown = await sendToRunning(dataDir, { kind: 'show' })
  if (shown.kind !== 'answered') return undefined
  const { pid } = shown.answer.status
  const switched =
    project === undefined ? undefined : await sendToRunning(dataDir, { kind: 'switch', project })
  const said = switched?.kind === 'answered' ? switched.answer.lines : []
  const message = [`Beckon is already running (process ${String(pid)}).`, ...said].join(' ')
  const result = failed(onlyEnglish(message), onlyEnglish('Use its window, or end it first.'))
  return result.ok ? undefined : result
}

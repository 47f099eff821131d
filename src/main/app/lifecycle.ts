import { inBackground, contained } from '../../contract/boundary/faults.ts'
import type { AppOptions } from '../shared/app-options.ts'
import type { StageProblem } from '../../contract/channels/status.ts'
import { say } from '../../contract/words/say.ts'
import { inEnglish } from '../../core/sentence/sentence.ts'
import type { DisposeStack } from '../../node/dispose-stack.ts'
import type { Host, HostCommand } from '../system/host/host.ts'
import { installExitRelease, type ExitCause } from '../system/output/input/exit-release.ts'
import type { Terminal } from '../shared/terminal.ts'
import type { ComposedApp } from './compose.ts'

export interface Ending {
  readonly code: number
  readonly reason: string
}

export interface EndingParts {
  readonly host: Host
  readonly app: ComposedApp
  readonly options: AppOptions
  readonly terminal: Terminal
  readonly disposeStack: DisposeStack
}

/** A window that breaks down more often in one run breaks down for a reason. */
const MOST_REOPENINGS = 3

/**
 * Resolves when something ends the app: the window or tray, the end of a file camera, `--for`, a signal, our own
 * fault. Everything held is let go before it resolves.
 */
export function runUntilEnd(parts: EndingParts): Promise<Ending> {
  const { host, app, options, terminal, disposeStack } = parts
  let resolve: (ending: Ending) => void = () => undefined
  const ending = new Promise<Ending>((settle) => {
    resolve = settle
  })
  let isEnding = false
  const end = (code: number, reason: string): void => {
    if (isEnding) return
    isEnding = true
    inBackground(
      'control',
      app.session.letGo('quit').finally(() => {
        resolve({ code, reason })
      }),
    )
  }
  disposeStack.add('host commands', host.onCommand(createCommandHandling(parts, end)))
  disposeStack.add(
    'ended camera',
    app.stateStore.onChange(({ camera }) => {
      if (camera.kind === 'ended') end(0, `${camera.label} has played to its end.`)
    }),
  )
  if (options.forMs !== undefined) {
    const timer = setTimeout(end, options.forMs, 0, 'The time is up.')
    disposeStack.add('--for', () => {
      clearTimeout(timer)
    })
  }
  const releaser = { releaseAll: () => app.session.letGo('quit') }
  const leave = ({ code, reason, error }: ExitCause): void => {
    if (error !== undefined) terminal.fault(error)
    end(code, `Ended by ${reason}.`)
  }
  const stopWatching = installExitRelease(releaser, leave, app.faults.survives)
  disposeStack.add('exit release', stopWatching)
  return ending
}

/** Carries out what tray, hotkey, system and window tell the app. */
function createCommandHandling(
  parts: EndingParts,
  end: (code: number, reason: string) => void,
): (command: HostCommand) => void {
  const { host, app, terminal } = parts
  const { stateStore, session } = app
  const reopen = createReopening(parts, end)
  return (command) => {
    switch (command.kind) {
      case 'set-mode':
        session.setMode(command.mode)
        return
      case 'toggle-pause':
        session.setMode(stateStore.current().mode === 'paused' ? 'watching' : 'paused')
        return
      case 'switch-project':
        contained('project', () => app.switcher.choose(command.id, 'tray'), undefined)
        return
      case 'step-project':
        contained('project', () => app.switcher.step(command.step, 'hotkey'), undefined)
        return
      case 'suspend':
        session.setMode('paused')
        return
      case 'window-lost':
        inBackground('control', reopen(command.reason))
        return
      case 'problem':
        stateStore.report(command.problem)
        return
      case 'intrusion':
        stateStore.report(command.problem)
        terminal.problem(command.problem)
        return
      case 'quit':
        end(0, command.reason)
        return
      case 'tray-explained':
        inBackground('settings', app.settings.change({ isTrayExplained: true }))
        return
      case 'show-window':
        host.showWindow()
        return
    }
  }
}

const REOPENED: StageProblem = {
  stage: 'window',
  severity: 'low',
  message: say('The window stopped working and was opened again. Nothing was held meanwhile.'),
}

/** Opens a lost window again, and ends the app when that fails or has been needed too often. */
function createReopening(
  { host, app, terminal }: EndingParts,
  end: (code: number, reason: string) => void,
): (reason: string) => Promise<void> {
  let reopenings = 0
  return async (reason) => {
    await app.session.letGo('tracking-stopped')
    reopenings += 1
    if (reopenings > MOST_REOPENINGS) {
      end(1, `${reason} It had been opened again ${MOST_REOPENINGS} times.`)
      return
    }
    terminal.say(`${reason} Opening it again.`)
    const opened = await host.open()
    if (opened.ok) app.stateStore.report(REOPENED)
    else end(1, inEnglish(opened.problem.message))
  }
}

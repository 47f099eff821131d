import { inBackground } from '../../../../contract/boundary/faults.ts'
import type { MainEndpoint, Unsubscribe } from '../../../../contract/boundary/endpoints.ts'
import { failed, ok, type Result } from '../../../../contract/boundary/result.ts'
import { onlyEnglish } from '../../../../core/sentence/sentence.ts'
import type { HostCommand } from '../host.ts'
import {
  describeExit,
  startBrowser,
  type BrowserExit,
  type BrowserProcess,
} from './browser-process.ts'
import { allowCamera } from './camera-permission.ts'
import { findBrowser } from './find-browser.ts'
import { launchFlags, parseExtraFlags } from './launch-flags.ts'
import { hasGpu, thisMachine } from './machine.ts'
import { writeOpeningFile } from './opening-file.ts'
import { makeBrowserTemporary } from './browser-temporary.ts'
import { onSilence, type SilenceLimit } from './page-silence.ts'
import { onAbsence, TOKEN_USED_AGAIN, untilConnected } from './page-presence.ts'

export interface SessionCommand {
  /** Leads to the page with a token that no page has used. Secret. */
  readonly url: string
  readonly end: MainEndpoint
  readonly profileDir: string
  readonly isHeadless: boolean
  readonly openLimitMs: number
  readonly absenceLimitMs: number
  readonly silenceLimit: SilenceLimit
  /** Somebody else came with the page's token. */
  readonly onTokenUsedAgain: (listener: () => void) => Unsubscribe
  /** The window was closed or broke down; not called for our own closing. */
  readonly onLost: (command: HostCommand) => void
}

/** One browser with our page open in it. */
export interface BrowserSession {
  close(): Promise<void>
}

export async function openBrowserSession(order: SessionCommand): Promise<Result<BrowserSession>> {
  const launched = launchBrowser(order)
  if (!launched.ok) return launched
  const { browser, cleanUp } = launched.value
  const { end, openLimitMs, onTokenUsedAgain } = order
  const opened = await untilConnected(browser, end, openLimitMs, onTokenUsedAgain)
  if (!opened.ok) {
    await browser.close()
    cleanUp()
    return opened
  }

  let isOver = false
  const reportLost = (command: HostCommand): void => {
    if (isOver) return
    isOver = true
    stopWatching()
    order.onLost(command)
  }
  const watches = [
    onAbsence(end, order.absenceLimitMs, () => {
      reportLost(commandForAbsence())
    }),
    onSilence(end, order.silenceLimit, () => {
      reportLost({ kind: 'window-lost', reason: 'The window does not answer.' })
    }),
    onTokenUsedAgain(() => {
      reportLost({ kind: 'window-lost', reason: TOKEN_USED_AGAIN })
    }),
  ]
  const stopWatching = (): void => {
    for (const stop of watches) stop()
  }
  inBackground(
    'window',
    browser.ended.then((exit) => {
      reportLost(commandForExit(exit))
    }),
  )
  return ok({
    async close() {
      isOver = true
      stopWatching()
      await browser.close()
      cleanUp()
    },
  })
}

/** A browser with our page, and what removes its files when it has ended. */
interface Launched {
  readonly browser: BrowserProcess
  readonly cleanUp: () => void
}

function launchBrowser({ url, profileDir, isHeadless }: SessionCommand): Result<Launched> {
  const machine = thisMachine()
  const { platform, env } = machine
  if (platform === 'linux' && !isHeadless && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) {
    return failed(
      onlyEnglish('There is no display to open a window on.'),
      onlyEnglish('npm start makes a virtual one (with Xvfb installed), or use --host headless.'),
    )
  }
  const program = findBrowser(machine)
  if (!program.ok) return program
  const opening = writeOpeningFile(profileDir, url)
  const temporary = makeBrowserTemporary(profileDir)
  const flags = launchFlags({
    url: opening.url,
    server: new URL(url).host,
    profileDir,
    isHeadless,
    platform,
    isRoot: process.getuid?.() === 0,
    hasGpu: hasGpu(platform),
    extra: parseExtraFlags(env['BECKON_CHROMIUM_FLAGS']),
  })
  allowCamera(profileDir)
  return ok({
    browser: startBrowser(program.value, flags, temporary.folder),
    cleanUp: () => {
      opening.remove()
      temporary.remove()
    },
  })
}

/** On macOS a browser lives on without its last window; elsewhere a page that is gone for good has broken down. */
function commandForAbsence(): HostCommand {
  return process.platform === 'darwin'
    ? { kind: 'quit', reason: 'The window was closed.' }
    : { kind: 'window-lost', reason: 'The window stopped answering.' }
}

function commandForExit(exit: BrowserExit): HostCommand {
  return exit.code === 0
    ? { kind: 'quit', reason: 'The window was closed.' }
    : { kind: 'window-lost', reason: `The browser broke down: ${describeExit(exit)}.` }
}

import { inBackground } from '../../../../contract/boundary/faults.ts'
import type { MainEndpoint } from '../../../../contract/boundary/endpoints.ts'
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
import { onAbsence, untilConnected } from './page-presence.ts'

export interface SessionCommand {
  /** The page's address, with a token that no page has used. */
  readonly url: string
  readonly end: MainEndpoint
  readonly profileDir: string
  readonly isHeadless: boolean
  readonly openLimitMs: number
  readonly absenceLimitMs: number
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
  const browser = launched.value
  const opened = await untilConnected(browser, order.end, order.openLimitMs)
  if (!opened.ok) {
    await browser.close()
    return opened
  }

  let isOver = false
  const reportLost = (command: HostCommand): void => {
    if (isOver) return
    isOver = true
    stopWatching()
    order.onLost(command)
  }
  const stopWatching = onAbsence(order.end, order.absenceLimitMs, () => {
    reportLost(commandForAbsence())
  })
  inBackground(
    'window',
    browser.ended.then((exit) => {
      reportLost(commandForExit(exit))
    }),
  )
  return ok({
    close() {
      isOver = true
      stopWatching()
      return browser.close()
    },
  })
}

function launchBrowser({ url, profileDir, isHeadless }: SessionCommand): Result<BrowserProcess> {
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
  const flags = launchFlags({
    url,
    profileDir,
    isHeadless,
    platform,
    isRoot: process.getuid?.() === 0,
    hasGpu: hasGpu(platform),
    extra: parseExtraFlags(env['BECKON_CHROMIUM_FLAGS']),
  })
  allowCamera(profileDir)
  return ok(startBrowser(program.value, flags))
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

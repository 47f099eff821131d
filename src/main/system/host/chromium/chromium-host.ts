import { join } from 'node:path'
import type { MainEndpoint, Unsubscribe } from '../../../../contract/boundary/endpoints.ts'
import { ok, type Result } from '../../../../contract/boundary/result.ts'
import { subscribe, notifyAll } from '../../../../contract/boundary/subscribers.ts'
import type { StageProblem } from '../../../../contract/channels/status.ts'
import type { ExposedFile } from '../../../shared/exposed-file.ts'
import type { Host, HostCommand } from '../host.ts'
import { openBrowserSession, type BrowserSession } from './browser-session.ts'
import { SILENCE, type SilenceLimit } from './page-silence.ts'
import { machineClocks } from './clock-watch.ts'
import { watchSleep } from './sleep-watch.ts'
import { raiseWindow } from './raise-window.ts'
import { takeInstanceLock, type InstanceLock } from './instance-lock.ts'

/** Somebody who is not our page, and stood at its door. */
interface Intrusion {
  readonly kind: 'other-user' | 'token-used-again'
  readonly problem: StageProblem
}

/** The server that the page is loaded from and talks to. */
export interface PageServer {
  /** The page's address with a fresh one-time token. */
  pageUrl(): string
  readonly end: MainEndpoint
  expose(file: string | ExposedFile): string
  expectUpload(toPath: string, sizeBytes: number): string
  /** Keeps the page waiting until the answer is called. */
  hold(): () => void
  onIntrusion(listener: (intrusion: Intrusion) => void): Unsubscribe
  close(): Promise<void>
}

export interface ChromiumHostOptions {
  /** `headless` opens the same page without a window. */
  readonly kind: 'chromium' | 'headless'
  readonly server: PageServer
  /** Holds the browser's profile and the lock against a second instance. */
  readonly dataDir: string
  /** How long the page may take to connect; a cold start on a slow machine takes ten seconds. */
  readonly openLimitMs?: number
  /** How long the page may be gone before it counts as lost; a reload takes one or two seconds. */
  readonly absenceLimitMs?: number
  /** When a page that is there counts as hanging. */
  readonly silenceLimit?: SilenceLimit
}

const OPEN_LIMIT_MS = 60_000
const ABSENCE_LIMIT_MS = 10_000

/** Beckon in a window of the user's Chrome, Chromium or Edge, in a profile of its own; or in one without a window. */
export function createChromiumHost(options: ChromiumHostOptions): Host {
  const { kind, server } = options
  const { tell: notifyCommand, onCommand } = createTelling()
  const watches = [
    server.onIntrusion(({ problem }) => {
      notifyCommand({ kind: 'intrusion', problem })
    }),
    watchSleep(() => {
      notifyCommand({ kind: 'suspend' })
    }, machineClocks),
  ]
  const page = createBrowserPage(options, notifyCommand)
  let closing: Promise<void> | undefined
  let prepared: { readonly opening: Promise<Result<void>>; readonly letIn: () => void } | undefined

  function open(): Promise<Result<void>> {
    if (prepared === undefined) return page.open()
    const { opening, letIn } = prepared
    prepared = undefined
    letIn()
    return opening
  }

  async function closeAll(): Promise<void> {
    if (prepared !== undefined) await open()
    await page.close()
    for (const stop of watches) stop()
    await server.close()
    page.release()
  }

  return {
    kind,
    end: server.end,
    expose: (file) => server.expose(file),
    expectUpload: (toPath, sizeBytes) => server.expectUpload(toPath, sizeBytes),
    prepare: () => {
      const letIn = server.hold()
      prepared = { opening: page.open(), letIn }
    },
    open,
    onCommand,
    follow: () => undefined,
    show: () => undefined,
    showWindow: () => {
      if (kind === 'chromium') raiseWindow()
    },
    close: () => (closing ??= closeAll()),
  }
}

/** Tells who listens; the first to do so also what was told before: the browser starts, and the door is open, before the app. */
function createTelling(): { tell(command: HostCommand): void } & Pick<Host, 'onCommand'> {
  const listeners = new Set<(command: HostCommand) => void>()
  let early: HostCommand[] = []
  return {
    tell: (command) => {
      if (listeners.size === 0) early.push(command)
      notifyAll(listeners, command)
    },
    onCommand: (listener) => {
      const stop = subscribe(listeners, listener)
      for (const command of early) listener(command)
      early = []
      return stop
    },
  }
}

/** Our page in one browser after another, in a data folder that is ours alone. */
function createBrowserPage(
  { kind, server, dataDir, openLimitMs, absenceLimitMs, silenceLimit }: ChromiumHostOptions,
  onCommand: (command: HostCommand) => void,
): { open(): Promise<Result<void>>; close(): Promise<void>; release(): void } {
  let lock: InstanceLock | undefined
  let session: BrowserSession | undefined
  return {
    async open() {
      if (lock === undefined) {
        const taken = takeInstanceLock(dataDir)
        if (!taken.ok) return taken
        lock = taken.value
      }
      await session?.close()
      const opened = await openBrowserSession({
        url: server.pageUrl(),
        end: server.end,
        profileDir: join(dataDir, 'browser-profile'),
        isHeadless: kind === 'headless',
        openLimitMs: openLimitMs ?? OPEN_LIMIT_MS,
        absenceLimitMs: absenceLimitMs ?? ABSENCE_LIMIT_MS,
        silenceLimit: silenceLimit ?? SILENCE,
        onTokenUsedAgain: (listener) =>
          server.onIntrusion(({ kind: what }) => {
            if (what === 'token-used-again') listener()
          }),
        onLost: onCommand,
      })
      session = opened.ok ? opened.value : undefined
      return opened.ok ? ok(undefined) : opened
    },
    close: async () => session?.close(),
    release: () => lock?.release(),
  }
}

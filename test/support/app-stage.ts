import { createTerminal } from '../../src/main/shared/terminal.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validBodies } from '../../src/contract/frames/body-message.ts'
import {
  downlinks,
  type Answer,
  type Ask,
  type Downlink,
  type DownlinkPayload,
  type Request,
} from '../../src/contract/channels/channels.ts'
import type { MainEndpoint, RendererEndpoint } from '../../src/contract/boundary/endpoints.ts'
import { validHands } from '../../src/contract/frames/frame-message.ts'
import { ok, type Result } from '../../src/contract/boundary/result.ts'
import type { Body } from '../../src/core/body/body.ts'
import type { ScreenRect } from '../../src/core/geometry/point.ts'
import type { AppOptions } from '../../src/main/shared/app-options.ts'
import { inEnglish } from '../../src/core/sentence/sentence.ts'
import { createDisposeStack } from '../../src/node/dispose-stack.ts'
import { openServices, type Services } from '../../src/main/app/open-services.ts'
import type { Host } from '../../src/main/system/host/host.ts'
import type { ListenToRealInput } from '../../src/main/control/set-up-real-input.ts'
import { compose, type ComposedApp } from '../../src/main/app/compose.ts'
import { makeFrame, makeHand, type HandOptions } from './hand/make-hand.ts'
import { memoryLink } from './memory-link.ts'
import { outputStage } from './output-stage.ts'

const ROOT = join(import.meta.dirname, '../..')
const FRAME_MS = 1000 / 30
export const STAGE_DESKTOP: ScreenRect = { left: 0, top: 0, width: 1920, height: 1080 }

const OPTIONS: AppOptions = {
  host: 'headless',
  camera: 'demo',
  isSourceMirrored: undefined,
  project: 'desktop',
  tracker: 'mediapipe',
  isDryRun: true,
  isEngaged: true,
  startsPaused: false,
  startsHidden: false,
  events: undefined,
  forMs: undefined,
  port: 0,
}

const TOLD = Object.keys(downlinks).filter(isDownlink)

/** The app as it is wired, without a window and a camera: a page that the test plays, and sinks that write down. */
export interface AppStage {
  readonly app: ComposedApp
  readonly host: Host
  /** What reached the system. */
  readonly log: readonly string[]
  /** Frames of these hands for this long. */
  hands(ms: number, ...hands: readonly HandOptions[]): Promise<void>
  /** Frames without hands for this long, in which this body is seen, or nobody. */
  bodies(ms: number, body: Body | undefined): Promise<void>
  request<Name extends Request>(name: Name, payload: Ask<Name>): Promise<Result<Answer<Name>>>
  /** The newest that the page was told, or undefined. */
  told<Name extends Downlink>(name: Name): DownlinkPayload<Name> | undefined
  /** The page is gone. */
  cut(): void
  /** It is loaded anew: what it is told from then on is what `told` answers. */
  reload(): void
  /** Somebody presses a key of the real keyboard. */
  keyDown(): void
  /** Lets time pass without frames. */
  wait(ms: number): void
  close(): Promise<void>
}

export async function appStage(
  more: {
    readonly folder?: string
    readonly services?: Partial<Services>
    readonly options?: Partial<AppOptions>
    readonly listen?: ListenToRealInput
    readonly checkHotkeys?: NonNullable<Host['checkHotkeys']>
    /** A real one, whose page comes when it calls `connect`. Without one it is there from the start. */
    readonly host?: (end: MainEndpoint, connect: () => void) => Host
  } = {},
): Promise<AppStage> {
  const data = more.folder ?? (await mkdtemp(join(tmpdir(), 'beckon-app-')))
  const disposeStack = createDisposeStack()
  const options = { ...OPTIONS, ...more.options }
  let nowMs = 1_700_000_000_000
  const opened = await openServices(
    options,
    { data, resources: join(ROOT, 'resources') },
    disposeStack,
    () => nowMs,
  )
  if (!opened.ok) throw new Error(inEnglish(opened.problem.message))
  const output = outputStage({ desktop: STAGE_DESKTOP, nowMs: () => nowMs })
  const link = memoryLink()
  let keyDown = (): void => undefined
  const listenToKeys: ListenToRealInput = (hear) => {
    keyDown = hear.onKey
    return Promise.resolve(ok({ close: () => Promise.resolve() }))
  }
  const dispatcher = more.services?.dispatcher ?? output.dispatcher
  const connect = (): void => {
    link.connect()
    link.carryAll()
  }
  const host = more.host?.(link.main, connect) ?? plainHost(link.main, more.checkHotkeys)
  const app = compose({
    services: { ...opened.value, ...more.services, dispatcher },
    // Services open dry so that nothing real is touched; what is wired writes down.
    options: { ...options, isDryRun: more.options?.isDryRun ?? false },
    terminal: createTerminal({ write: () => undefined }),
    resources: join(ROOT, 'resources'),
    trackerDoor: { ports: { hands: 0, bodies: 0 }, origins: [] },
    host,
    source: { kind: 'demo', script: 'default', loop: true },
    disposeStack,
    nowMs: () => nowMs,
    listen: more.listen ?? listenToKeys,
    isOwnDisplay: true,
  })
  const told = new Map<string, unknown>()
  const listenTo = (end: RendererEndpoint): void => {
    for (const name of TOLD) end.on(name, (payload) => told.set(name, payload))
  }
  listenTo(link.renderer)
  if (more.host === undefined) connect()
  link.renderer.send('camera', { kind: 'live', label: 'Stage', widthPx: 640, heightPx: 480 })
  link.renderer.send('tracker', { kind: 'ready', name: 'stage', delegate: 'cpu' })
  link.carryAll()
  return { app, host, log: output.log, ...page(), keyDown: () => keyDown(), close }

  async function close(): Promise<void> {
    link.carryAll()
    await disposeStack.close()
    if (more.folder === undefined) await rm(data, { recursive: true })
  }
  function page(): Pick<
    AppStage,
    'hands' | 'bodies' | 'request' | 'told' | 'cut' | 'reload' | 'wait'
  > {
    let sequence = 0
    let atMs = 0
    return {
      async hands(ms, ...hands) {
        for (const endMs = atMs + ms; atMs < endMs - 0.001;) {
          atMs += FRAME_MS
          nowMs += FRAME_MS
          sequence += 1
          link.renderer.send('frame', messageOf(sequence, atMs, nowMs, hands))
          link.carryAll()
          await dispatcher.idle()
        }
      },
      async bodies(ms, body) {
        for (const endMs = atMs + ms; atMs < endMs - 0.001;) {
          await this.hands(FRAME_MS)
          const times = { sequence, atMs, capturedAtMs: nowMs, aspectRatio: 4 / 3 }
          const bodies = body === undefined ? [] : validBodies([body])
          link.renderer.send('body', { ...times, waitMs: 0, detectMs: 1, bodies })
          link.carryAll()
        }
      },
      async request(name, payload) {
        const answer = link.renderer.request(name, payload)
        let isOut = true
        void answer.finally(() => (isOut = false))
        while (isOut) {
          link.carryAll()
          await new Promise((resolve) => setImmediate(resolve))
        }
        return answer
      },
      told: (name) => told.get(name) as never,
      cut: () => {
        link.cut()
      },
      reload: () => {
        const anew = link.page('anew')
        told.clear()
        listenTo(anew)
        link.connect(anew)
        link.carryAll()
      },
      wait: (ms) => {
        nowMs += ms
      },
    }
  }
}

function isDownlink(name: string): name is Downlink {
  return Object.hasOwn(downlinks, name)
}

/** A host that has nothing but the page. */
const plainHost = (end: MainEndpoint, checkHotkeys: Host['checkHotkeys']): Host => ({
  kind: 'headless',
  prepare: () => undefined,
  end,
  expose: (file) => (typeof file === 'string' ? file : ''),
  open: () => Promise.resolve(ok(undefined)),
  onCommand: () => () => undefined,
  follow: () => undefined,
  show: () => undefined,
  showWindow: () => undefined,
  ...(checkHotkeys && { checkHotkeys }),
  close: () => Promise.resolve(),
})

function messageOf(
  sequence: number,
  atMs: number,
  capturedAtMs: number,
  options: readonly HandOptions[],
) {
  const { hands, aspectRatio } = makeFrame(
    atMs,
    options.map((one) => makeHand(one)),
  )
  return {
    ...{ sequence, atMs, capturedAtMs, aspectRatio, waitMs: 0, detectMs: 1 },
    hands: validHands(hands),
  }
}

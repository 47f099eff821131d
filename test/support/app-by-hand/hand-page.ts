import { putOwnProject } from '../own-project.ts'
import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validHands } from '../../../src/contract/frames/frame-message.ts'
import { createRendererEndpoint } from '../../../src/contract/boundary/renderer-endpoint.ts'
import { inEnglish, verbatim } from '../../../src/core/sentence/sentence.ts'
import type { SettingsChange } from '../../../src/contract/channels/settings.ts'
import { makeHand, type HandOptions } from '../hand/make-hand.ts'
import { ended } from '../x11.ts'
import { until } from '../until.ts'
import type { Order } from './commands.ts'
import { transportOn } from './process-transport.ts'

const FRAME_MS = 1000 / 30
const LONG_MS = 3_600_000
/** Of the app's own events, for finding out what went wrong. */
const LAST_LINES = 12
const RESOURCES = join(import.meta.dirname, '../../../resources')

/** The app under test, and the page that shows it a hand 30 times a second. */
export interface HandPage {
  readonly app: ChildProcess
  /** Its folder. */
  readonly data: string
  order(order: Order): void
  /** What the camera sees from the next frame on; undefined: no hand. */
  show(hand: HandOptions | undefined): void
  /** Frames stop, as when camera or tracker are gone. */
  stop(status?: 'camera-gone' | 'tracker-failed'): void
  go(): void
  /** The wire breaks, as when the page's process dies. */
  breakOff(): void
  /** Another page comes. */
  comeBack(): Promise<void>
  /** Frame time goes on an hour later, or earlier. */
  jumpClock(): void
  /** What the app says of itself. */
  said(): string
  /** Asks for other settings, as the page does. */
  change(change: SettingsChange): Promise<void>
  /** Looks at the videos, as the page does, and waits for no answer. */
  openVideos(): void
  /** Where the service listens. */
  servicePorts(): readonly number[]
  /** All that the app has written in its terminal. */
  told(): string
  /** Lets the hand go on for so long. */
  wait(ms: number): Promise<void>
  close(): Promise<void>
}

/** In a project of its own, or in the shipped one of that name. */
export async function openHandPage(
  display: string,
  project: 'desktop' | { readonly id: string },
  events?: string,
): Promise<HandPage> {
  const data = await mkdtemp(join(tmpdir(), 'beckon-faults-'))
  const id = typeof project === 'string' ? project : project.id
  if (typeof project === 'string') await mkdir(join(data, 'projects'), { recursive: true })
  else await putOwnProject(data, project)
  const app = fork(
    join(import.meta.dirname, 'app-process.ts'),
    [data, RESOURCES, id, events ?? join(data, 'events.jsonl')],
    {
      env: { ...process.env, DISPLAY: display, BECKON_HOME: data },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  )
  let told = ''
  app.stderr?.setEncoding('utf8').on('data', (text: string) => {
    told += text
  })
  let isReady = false
  app.once('message', () => {
    isReady = true
  })
  await until('the app under test', () => isReady, 30_000)
  return new ForkedPage(app, data, () => told)
}

class ForkedPage implements HandPage {
  readonly app: ChildProcess
  readonly data: string
  readonly #timer: NodeJS.Timeout
  #pages = 0
  #end: ReturnType<typeof createRendererEndpoint> | undefined
  #transport: ReturnType<typeof transportOn> | undefined
  #isConnected = false
  #isGoing = true
  #hand: HandOptions | undefined
  #sequence = 0
  #offsetMs = LONG_MS - performance.now()
  #said = ''
  #servicePort: number | undefined

  readonly told: () => string

  constructor(app: ChildProcess, data: string, told: () => string) {
    this.app = app
    this.told = told
    this.data = data
    this.#timer = setInterval(() => {
      this.#frame()
    }, FRAME_MS)
  }

  order(order: Order): void {
    if (this.app.connected) this.app.send(order)
  }

  show(hand: HandOptions | undefined): void {
    this.#hand = hand
  }

  stop(status?: 'camera-gone' | 'tracker-failed'): void {
    this.#isGoing = false
    const message = verbatim('Gone on purpose.')
    if (status === 'camera-gone') {
      this.#end?.send('camera', { kind: 'missing', label: 'made hand', message })
    }
    if (status === 'tracker-failed') {
      this.#end?.send('tracker', { kind: 'failed', name: 'made hand', message })
    }
  }

  go(): void {
    this.#end?.send('tracker', { kind: 'ready', name: 'made hand', delegate: 'cpu' })
    const size = { widthPx: 640, heightPx: 480 }
    this.#end?.send('camera', { kind: 'live', label: 'made hand', ...size })
    this.#isGoing = true
  }

  breakOff(): void {
    this.#transport?.close('done')
    this.#isConnected = false
  }

  async comeBack(): Promise<void> {
    this.#pages += 1
    const end = createRendererEndpoint({
      session: `page-${this.#pages}`,
      runAfter: (ms, run) => {
        const timer = setTimeout(run, ms)
        return () => {
          clearTimeout(timer)
        }
      },
      onTrouble: (said) => {
        console.log(`page: ${inEnglish(said)}`)
      },
    })
    end.on('state', (state) => {
      this.#said = JSON.stringify(state)
    })
    end.on('service', (service) => {
      const { port } = new URL(service.kind === 'running' ? service.address : 'ws://none')
      this.#servicePort = port === '' ? undefined : Number(port)
    })
    end.onConnection((isConnected) => {
      this.#isConnected = isConnected
    })
    this.#end = end
    this.order({ kind: 'attach', transport: this.#pages })
    this.#transport = transportOn(this.app, this.#pages)
    end.attach(this.#transport)
    await until('the page to be connected', () => this.#isConnected)
    this.go()
  }

  jumpClock(): void {
    const isAhead = performance.now() + this.#offsetMs > LONG_MS
    this.#offsetMs += isAhead ? -LONG_MS : LONG_MS
  }

  said(): string {
    const path = join(this.data, 'events.jsonl')
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
    const told = lines.filter((line) => !/"phase":"changed"|pointer.move/.test(line))
    return [this.#said, ...told.slice(-LAST_LINES), this.told().slice(-2000)].join('\n')
  }

  async change(change: SettingsChange): Promise<void> {
    await this.#end?.request('changeSettings', change)
  }

  openVideos(): void {
    void this.#end?.request('openVideos', {})
  }

  servicePorts(): readonly number[] {
    return this.#servicePort === undefined ? [] : [this.#servicePort]
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms))
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    if (this.app.connected) this.app.disconnect()
    await ended(this.app, 'SIGCONT')
    await rm(this.data, { recursive: true, force: true, maxRetries: 5 })
  }

  #frame(): void {
    if (!this.#isGoing || !this.#isConnected) return
    this.#sequence += 1
    this.#end?.send('frame', {
      sequence: this.#sequence,
      atMs: performance.now() + this.#offsetMs,
      capturedAtMs: Date.now(),
      aspectRatio: 4 / 3,
      waitMs: 1,
      detectMs: 10,
      hands: validHands(this.#hand === undefined ? [] : [makeHand(this.#hand)]),
    })
  }
}

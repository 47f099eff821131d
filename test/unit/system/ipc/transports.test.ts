import fc from 'fast-check'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { MainEndpoint, RendererEndpoint } from '../../../../src/contract/boundary/endpoints.ts'
import { createMainEndpoint } from '../../../../src/contract/boundary/main-endpoint.ts'
import {
  createRendererEndpoint,
  type EndpointOptions,
} from '../../../../src/contract/boundary/renderer-endpoint.ts'
import { inEnglish, verbatim } from '../../../../src/core/sentence/sentence.ts'
import { startLoopbackServer } from '../../../../src/main/system/ipc/loopback-server.ts'
import { messagePortTransport } from '../../../../src/main/system/ipc/message-port-transport.ts'
import { connectRaw, rawTransport, resumeIn, tokenIn } from '../../../support/link-page-client.ts'
import { frameOf } from '../../../support/memory-link.ts'
import { until } from '../../../support/until.ts'

interface Pair {
  readonly main: MainEndpoint
  readonly renderer: RendererEndpoint
  connect(): Promise<void>
  /** Breaks the connection without a goodbye. */
  cut(): void
  close(): Promise<void>
}

const page = (onTrouble: EndpointOptions['onTrouble']) =>
  createRendererEndpoint({
    session: crypto.randomUUID(),
    runAfter: (ms, run) => {
      const timer = globalThis.setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    onTrouble,
  })

async function webSockets(onTrouble: EndpointOptions['onTrouble']): Promise<Pair> {
  const started = await startLoopbackServer({
    folders: {},
    onProblem: (problem) => onTrouble(problem.message),
  })
  if (!started.ok) throw new Error(inEnglish(started.problem.message))
  const server = started.value
  const renderer = page(onTrouble)
  let secret = tokenIn(server.pageUrl())
  let cut = (): void => undefined
  return {
    main: server.end,
    renderer,
    async connect() {
      const connected = await connectRaw(server.port, secret)
      secret = resumeIn(connected)
      cut = () => connected.socket.terminate()
      // Only one that was heard may come back.
      const met = new Promise<void>((resolve) => {
        const stop = server.end.onConnection((isConnected) => {
          if (!isConnected) return
          stop()
          resolve()
        })
      })
      renderer.attach(rawTransport(connected))
      await met
    },
    cut: () => cut(),
    async close() {
      renderer.close()
      await server.close()
    },
  }
}

function messagePorts(onTrouble: EndpointOptions['onTrouble']): Promise<Pair> {
  const main = createMainEndpoint({ session: crypto.randomUUID(), onTrouble })
  const renderer = page(onTrouble)
  let cut = (): void => undefined
  return Promise.resolve({
    main,
    renderer,
    connect() {
      const { port1, port2 } = new MessageChannel()
      cut = () => port1.close()
      main.attach(messagePortTransport(asElectronPort(port1)))
      renderer.attach(messagePortTransport(asElectronPort(port2)))
      return Promise.resolve()
    },
    cut: () => cut(),
    close() {
      main.close()
      renderer.close()
      return Promise.resolve()
    },
  })
}

/** Node's own MessagePort, with events as Electron's has them. */
function asElectronPort(port: MessagePort) {
  return {
    postMessage: (message: unknown) => port.postMessage(message),
    on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void) =>
      void port.on(event, (data: unknown) => listener({ data })),
    off: () => undefined,
    start: () => port.start(),
    close: () => port.close(),
  }
}

describe.each([
  ['a WebSocket', webSockets],
  ['a MessagePort', messagePorts],
])('over %s', (_name, open) => {
  it('reliable messages arrive exactly once and in order through random breaks, delays and load', async () => {
    const step = fc.constantFrom('up', 'up', 'down', 'frames', 'break', 'reconnect', 'wait')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
        const trouble: string[] = []
        const pair = await open((message) => trouble.push(inEnglish(message)))
        const up: string[] = []
        const down: string[] = []
        const frames: number[] = []
        pair.main.on('cameras', ([label = '']) => up.push(label))
        pair.main.on('frame', (frame) => frames.push(frame.sequence))
        pair.renderer.on('action', ({ cause }) => down.push(cause))
        const sent = { up: 0, down: 0, frames: 0 }
        await pair.connect()
        for (const name of steps) {
          if (name === 'up') pair.renderer.send('cameras', [`${(sent.up += 1)}`])
          if (name === 'down') {
            pair.main.send('action', {
              atMs: 0,
              effect: { kind: 'key.text' },
              cause: `${(sent.down += 1)}`,
            })
          }
          if (name === 'frames') {
            for (let at = 0; at < 20; at += 1)
              pair.renderer.send('frame', frameOf((sent.frames += 1)))
          }
          if (name === 'break') pair.cut()
          if (name === 'reconnect') await pair.connect()
          if (name === 'wait') await setTimeout(1)
        }
        await pair.connect()
        await until('everything to arrive', () => {
          const isThere = up.length >= sent.up && down.length >= sent.down
          return isThere && (frames.at(-1) ?? 0) === sent.frames
        })
        await pair.close()
        const count = (to: number): string[] => Array.from({ length: to }, (_, at) => `${at + 1}`)
        expect({ up, down, trouble }).toEqual({
          up: count(sent.up),
          down: count(sent.down),
          trouble: [],
        })
        expect(frames).toEqual([...new Set(frames)].toSorted((a, b) => a - b))
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('a question is answered, and both ends hear of the connection', async () => {
    const pair = await open(() => undefined)
    const heard: string[] = []
    pair.main.onConnection((isConnected) => heard.push(`main ${isConnected}`))
    pair.renderer.onConnection((isConnected) => heard.push(`page ${isConnected}`))
    pair.main.handle('setMode', ({ mode }) => ({
      ok: false,
      problem: { message: verbatim(`no ${mode}`) },
    }))
    await pair.connect()
    expect(await pair.renderer.request('setMode', { mode: 'engaged' })).toMatchObject({
      problem: { message: verbatim('no engaged') },
    })
    pair.cut()
    await until('both to hear', () => heard.length >= 4)
    await pair.close()
    expect(heard.toSorted()).toEqual(['main false', 'main true', 'page false', 'page true'])
  })
})

import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import {
  parsePixelAnswer,
  parsePixelFault,
  type PixelAnswer,
} from '../../../../src/contract/frames/pixel-answer.ts'
import {
  PIXEL_HEADER_BYTES,
  tightRgba,
  writePixelHeader,
  type PixelHeader,
} from '../../../../src/contract/frames/pixel-frame.ts'
import { inEnglish } from '../../../../src/core/sentence/sentence.ts'
import { decodeImage } from '../../../../src/inference/decode-image.ts'
import {
  openTrackerClient,
  type TrackerClient,
} from '../../../../src/main/features/tracking/tracker-client.ts'
import {
  superviseTracker,
  type SupervisorNews,
  type TrackerSupervisor,
} from '../../../../src/main/features/tracking/tracker-supervisor.ts'
import { say } from '../../../../src/contract/words/say.ts'
import { inWords } from '../../../support/in-words.ts'
import { until } from '../../../support/until.ts'

const REPO = resolve(import.meta.dirname, '../../../..')
const ENTRY = join(REPO, 'src/programs/tracker-process.ts')
const ORIGIN = 'http://127.0.0.1:1'
const start = {
  subject: 'hands',
  modelsFolder: join(REPO, 'resources/models/onnx'),
  size: 'lite',
  port: 0,
  origins: [ORIGIN],
} as const

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close()
})

async function startProcess(): Promise<TrackerClient> {
  const opened = await openTrackerClient(ENTRY, { ...start, origins: [...start.origins] })
  if (!opened.ok) throw new Error(inEnglish(opened.problem.message))
  closers.push(opened.value.kill)
  return opened.value
}

function connect(
  port: number,
  token: string,
  { origin = ORIGIN, ...headers }: Record<string, string> = {},
): WebSocket {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, ['beckon.v1', `secret.${token}`], {
    origin,
    headers,
  })
  // One that was refused complains about being closed.
  socket.on('error', () => undefined)
  closers.push(() => {
    socket.terminate()
  })
  return socket
}

/** What a refused connection was answered with. */
async function statusOf(socket: WebSocket): Promise<number> {
  const [, response] = await once(socket, 'unexpected-response')
  return response.statusCode
}

let rgba: Uint8Array
beforeAll(async () => {
  const { data } = await decodeImage(readFileSync(join(REPO, 'test/pictures/demo-hand.jpg')))
  rgba = Uint8Array.from({ length: 640 * 480 * 4 }, (_, index) =>
    index % 4 === 3 ? 255 : (data[Math.floor(index / 4) * 3 + (index % 4)] ?? 0),
  )
})

function picture(sequence: number, atMs: number, change: Partial<PixelHeader> = {}): Uint8Array {
  const view = { leftPx: 0, topPx: 0, pictureWidthPx: 640, pictureHeightPx: 480 }
  const message = new ArrayBuffer(PIXEL_HEADER_BYTES + rgba.length)
  const stamp = { sequence, atMs, purpose: 'follow' } as const
  writePixelHeader(message, { ...tightRgba(640, 480), ...stamp, view, ...change })
  const bytes = new Uint8Array(message)
  bytes.set(rgba, PIXEL_HEADER_BYTES)
  return bytes
}

async function ask(socket: WebSocket, message: Uint8Array | string): Promise<PixelAnswer | string> {
  socket.send(message)
  const [data, isBinary]: [Buffer, boolean] = asMessage(await once(socket, 'message'))
  if (!isBinary) return parsePixelFault(String(data))?.message ?? 'nonsense'
  return parsePixelAnswer(Uint8Array.from(data).buffer) ?? 'nonsense'
}
const asMessage = (values: unknown[]) => values as [Buffer, boolean]

describe('the door', () => {
  test('opens for our page with the token of the day, and for nobody else', async () => {
    const client = await startProcess()
    client.admit('first')
    client.admit('second')
    const { port } = client
    expect(await statusOf(connect(port, 'first'))).toBe(401)
    expect(await statusOf(connect(port, ''))).toBe(401)
    expect(await statusOf(connect(port, 'second', { host: `evil.example:${port}` }))).toBe(421)
    expect(await statusOf(connect(port, 'second', { origin: 'http://evil.example' }))).toBe(403)
    const good = connect(port, 'second')
    await once(good, 'open')
    expect(good.protocol).toBe('beckon.v1')
  })

  test('lets a page that was loaded anew take over from the one before', async () => {
    const client = await startProcess()
    client.admit('token')
    const first = connect(client.port, 'token')
    await once(first, 'open')
    const closed = once(first, 'close')
    const second = connect(client.port, 'token')
    await Promise.all([once(second, 'open'), closed])
    expect(await ask(second, picture(1, 1))).toMatchObject({ sequence: 1 })
  })
})

describe('pictures', () => {
  async function open(): Promise<WebSocket> {
    const client = await startProcess()
    client.admit('token')
    const socket = connect(client.port, 'token')
    await once(socket, 'open')
    return socket
  }

  test('are answered with the hand in them, and with the part that is wanted next', async () => {
    const answer = await ask(await open(), picture(5, 1))
    if (typeof answer === 'string') throw new Error(answer)
    expect(answer.sequence).toBe(5)
    expect(answer.hands.length).toBe(1)
    expect(answer.hands[0]?.rightScore).toBeGreaterThan(0.5)
    const { leftPx = 0, topPx = 0, widthPx = 0, heightPx = 0 } = answer.part ?? {}
    const palm = [0, 5, 17].map((joint) =>
      answer.hands[0]?.landmarks.subarray(3 * joint, 3 * joint + 2),
    )
    for (const point of palm) {
      const [x = NaN, y = NaN] = point ?? []
      expect(x * 640 > leftPx && x * 640 < leftPx + widthPx).toBe(true)
      expect(y * 480 > topPx && y * 480 < topPx + heightPx).toBe(true)
    }
  })

  test('that are wrong are answered with what is wrong, and the next one is read', async () => {
    const socket = await open()
    expect(await ask(socket, picture(1, 100))).toMatchObject({ hands: [{}] })
    const wrong = [
      [picture(2, 133, { widthPx: 0 }), 'a picture of 0 × 480 px'],
      [picture(3, 133, { widthPx: 641 }), 'too short for 641 × 480 px'],
      [picture(4, 133, { strideBytes: 100 }), 'strides of 100 and 0 bytes are too short'],
      [picture(5, 133).subarray(0, 5000), '5000 bytes; 640 × 480 px take 1228856'],
      [picture(6, 100), 'expected a time after 100 ms, got 100 ms'],
      [picture(7, NaN), 'a time of NaN ms'],
      ['text', '0 bytes are too few for a header'],
    ] as const
    for (const [message, fault] of wrong) expect(await ask(socket, message)).toContain(fault)
    expect(await ask(socket, picture(8, 133))).toMatchObject({ sequence: 8, hands: [{}] })
  })
})

describe('supervised', () => {
  const news: SupervisorNews[] = []
  function supervise(): TrackerSupervisor {
    news.length = 0
    const supervisor = superviseTracker({
      what: say('Hand tracking'),
      open: () => openTrackerClient(ENTRY, { ...start, origins: [...start.origins] }),
      onNews: (heard) => news.push(heard),
      nowMs: () => performance.now(),
      after: (delayMs, act) => {
        const timer = setTimeout(act, delayMs)
        return () => {
          clearTimeout(timer)
        }
      },
    })
    closers.push(() => {
      supervisor.close()
    })
    return supervisor
  }
  const ups = (): number => news.filter(({ kind }) => kind === 'up').length
  const signal = (supervisor: TrackerSupervisor, name: NodeJS.Signals): void => {
    process.kill(supervisor.pid() ?? 0, name)
  }

  test('a process that is killed comes back and takes pictures again', async () => {
    const supervisor = supervise()
    await until('it to be up', () => ups() === 1)
    const before = supervisor.pid()
    signal(supervisor, 'SIGKILL')
    await until('it to be up again', () => ups() === 2)
    expect(news.map(({ kind }) => kind)).toEqual(['up', 'down', 'up'])
    expect(supervisor.pid()).not.toBe(before)
    const socket = connect(supervisor.admit('token')?.port ?? 0, 'token')
    await once(socket, 'open')
    expect(await ask(socket, picture(1, 1))).toMatchObject({ hands: [{}] })
  }, 20_000)

  test('a process that hangs is ended, and comes back', async () => {
    const supervisor = supervise()
    await until('it to be up', () => ups() === 1)
    signal(supervisor, 'SIGSTOP')
    await until('it to be up again', () => ups() === 2, 15_000)
    expect(news.find(({ kind }) => kind === 'down')).toMatchObject({
      message: 'Hand tracking stopped answering. It is being restarted.',
    })
  }, 20_000)

  test('a process that is killed three times is given up', async () => {
    const supervisor = supervise()
    for (const time of [1, 2, 3]) {
      await until(`it to be up for the ${time}. time`, () => ups() === time)
      signal(supervisor, 'SIGKILL')
    }
    await until('it to be given up', () => news.at(-1)?.kind === 'given-up')
  }, 20_000)
})

test('a process whose models are missing says which', async () => {
  const opened = await openTrackerClient(ENTRY, { ...start, origins: [], modelsFolder: '/nowhere' })
  expect(opened).toMatchObject({ ok: false })
  expect(!opened.ok && inWords(opened.problem.message)).toContain(
    '/nowhere/palm_detection_lite.onnx cannot be opened',
  )
})

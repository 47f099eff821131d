import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WebSocket, type ClientOptions } from 'ws'
import { inEnglish } from '../../src/core/sentence/sentence.ts'
import { openHandEngine } from '../../src/inference/hand-engine.ts'
import { openLetterModel } from '../../src/inference/letter-model.ts'
import { readConfig } from '../../src/server/http/config.ts'
import { openPoseEngine } from '../../src/inference/pose-engine.ts'
import type { HealthCheck } from '../../src/server/http/health-report.ts'
import { addLivePoses } from '../../src/server/poses/live-poses.ts'
import { openPoseService } from '../../src/server/poses/pose-service.ts'
import {
  openLetterServer,
  type LetterServer,
  type ServerRoom,
} from '../../src/server/http/server.ts'

const REPO = join(import.meta.dirname, '../..')

/** A picture in which the tracker finds a hand. */
export const HAND_JPEG = readFileSync(join(REPO, 'test/pictures/demo-hand.jpg'))

/** A picture whose header tells of 10,000 × 10,000 pixels. */
export function hugeJpeg(): Buffer {
  const bytes = Buffer.from(HAND_JPEG)
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    if (marker < 0xc0 || marker > 0xc2) continue
    bytes.writeUInt16BE(10_000, at + 5)
    bytes.writeUInt16BE(10_000, at + 7)
    return bytes
  }
  throw new Error('hugeJpeg: the picture has no frame header')
}

export interface LetterService {
  readonly url: string
  readonly port: number
  page(path: string): Promise<string>
  open(flags?: readonly string[], token?: string): Promise<LetterServer>
  close(): Promise<void>
}

/** The service on its real parts: tracker, network, sockets. */
export async function openLetterService(
  flags: readonly string[] = [],
  poseModelsMayOpen: Promise<void> = Promise.resolve(),
  look: HealthCheck = () => Promise.resolve({ trouble: undefined, said: {} }),
): Promise<LetterService> {
  const folder = join(REPO, 'resources/models/onnx')
  const engine = await openHandEngine({ folder, size: 'full' })
  const model = await openLetterModel(join(REPO, 'resources/letters/sign-letters.onnx'))
  if (!model.ok) throw new Error(inEnglish(model.problem.message))
  const nowMs = (): number => performance.now()
  const service = openPoseService(async () => {
    await poseModelsMayOpen
    return { pose: await openPoseEngine({ folder, size: 'full' }), hands: engine }
  })
  const poses: ServerRoom = async (app, shared) => {
    shared.healthChecks.push(look)
    return addLivePoses(app, shared, { service, nowMs })
  }
  const parts = { engine, model, nowMs, rooms: [poses] }
  const open = (given: readonly string[] = flags, token?: string): Promise<LetterServer> => {
    const read = readConfig(['--port', '0', '--log-level', 'silent', ...given], {})
    if (read.kind !== 'config') throw new Error(read.text)
    return openLetterServer({ ...read.config, token }, parts)
  }
  const server = await open()
  return {
    url: `ws://127.0.0.1:${server.port}`,
    port: server.port,
    page: async (path) => (await fetch(`http://127.0.0.1:${server.port}${path}`)).text(),
    open,
    close: async () => {
      await server.close()
      await service.close()
      await engine.close()
      await model.value.close()
    },
  }
}

export interface PlainClient {
  readonly socket: WebSocket
  /** Everything said so far, oldest first. */
  readonly said: readonly string[]
  send(message: object | string | Uint8Array): void
  sendFrame(newLetter?: string | null, more?: object): void
  /** The first text not yet asked for, as it comes. */
  next(): Promise<string>
  nextAnswer(): Promise<Record<string, unknown>>
  closed(): Promise<number>
  close(): void
}

/** Knows nothing but WebSocket and JSON. */
export async function plainClient(url: string, options: ClientOptions = {}): Promise<PlainClient> {
  const socket = new WebSocket(url, options)
  const said: string[] = []
  const wanting: ((text: string) => void)[] = []
  let asked = 0
  const disposeStack = new Promise<number>((resolve) => socket.once('close', resolve))
  socket.on('message', (data) => {
    const text = String(data)
    said.push(text)
    const want = wanting.shift()
    if (want === undefined) return
    asked += 1
    want(text)
  })
  socket.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('close', () => reject(new Error('the connection was refused')))
  })
  const next = (): Promise<string> => {
    const waiting = said[asked]
    if (waiting === undefined) return new Promise((resolve) => wanting.push(resolve))
    asked += 1
    return Promise.resolve(waiting)
  }
  const send = (message: object | string | Uint8Array): void => {
    const isRaw = typeof message === 'string' || message instanceof Uint8Array
    socket.send(isRaw ? message : JSON.stringify(message))
  }
  return {
    socket,
    said,
    send,
    sendFrame: (newLetter = null, more = {}) =>
      send({ jpeg_blob: HAND_JPEG.toString('base64'), new_letter: newLetter, ...more }),
    next,
    nextAnswer: async () => JSON.parse(await next()),
    closed: () => disposeStack,
    close: () => socket.close(),
  }
}

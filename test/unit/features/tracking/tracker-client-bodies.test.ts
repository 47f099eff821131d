import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { parseBodyAnswer, type BodyAnswer } from '../../../../src/contract/frames/body-answer.ts'
import {
  PIXEL_HEADER_BYTES,
  tightRgba,
  writePixelHeader,
} from '../../../../src/contract/frames/pixel-frame.ts'
import { BODY_LANDMARKS } from '../../../../src/core/body/body.ts'
import { inEnglish } from '../../../../src/core/sentence/sentence.ts'
import { decodeImage } from '../../../../src/inference/decode-image.ts'
import { openTrackerClient } from '../../../../src/main/features/tracking/tracker-client.ts'
import { ANNA, drawPeople, DRAWN } from '../../../support/drawn-people.ts'

const REPO = resolve(import.meta.dirname, '../../../..')
const ORIGIN = 'http://127.0.0.1:1'
const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close()
})

async function openBodies(): Promise<WebSocket> {
  const opened = await openTrackerClient(join(REPO, 'src/programs/tracker-process.ts'), {
    subject: 'bodies',
    modelsFolder: join(REPO, 'resources/models/onnx'),
    size: 'lite',
    port: 0,
    origins: [ORIGIN],
  })
  if (!opened.ok) throw new Error(inEnglish(opened.problem.message))
  closers.push(opened.value.kill)
  opened.value.admit('token')
  const address = `ws://127.0.0.1:${opened.value.port}`
  const socket = new WebSocket(address, ['beckon.v1', 'secret.token'], { origin: ORIGIN })
  closers.push(() => {
    socket.terminate()
  })
  await once(socket, 'open')
  return socket
}

async function ask(socket: WebSocket, picture: Uint8Array, sequence: number): Promise<BodyAnswer> {
  const { data } = await decodeImage(picture)
  const message = new ArrayBuffer(PIXEL_HEADER_BYTES + 640 * 480 * 4)
  const view = { leftPx: 0, topPx: 0, pictureWidthPx: 640, pictureHeightPx: 480 }
  const stamp = { sequence, atMs: sequence * 33, purpose: 'follow', view } as const
  writePixelHeader(message, { ...tightRgba(640, 480), ...stamp })
  const rgba = new Uint8Array(message, PIXEL_HEADER_BYTES)
  for (let at = 0; at < 640 * 480; at += 1) {
    rgba.set(data.subarray(3 * at, 3 * at + 3), 4 * at)
    rgba[4 * at + 3] = 255
  }
  socket.send(message)
  const [bytes]: [Buffer] = asBytes(await once(socket, 'message'))
  const answer = parseBodyAnswer(Uint8Array.from(bytes).buffer)
  if (!answer) throw new Error(`no answer: ${String(bytes)}`)
  return answer
}
const asBytes = (values: unknown[]) => values as [Buffer]

test('pictures are answered with who is in them, under a number that stays', async () => {
  const socket = await openBodies()
  const picture = await drawPeople(ANNA)
  const first = await ask(socket, picture, 1)
  const second = await ask(socket, picture, 2)
  const [body] = first.bodies
  expect([first.sequence, first.bodies.length, second.bodies.length]).toEqual([1, 1, 1])
  expect(second.bodies[0]?.trackId).toBe(body?.trackId)
  for (const name of ['leftShoulder', 'rightShoulder'] as const) {
    const at = 3 * BODY_LANDMARKS[name]
    const [x, y] = DRAWN[name]
    expect(640 * (body?.landmarks[at] ?? 0)).toBeGreaterThan(ANNA.x + x - 30)
    expect(640 * (body?.landmarks[at] ?? 0)).toBeLessThan(ANNA.x + x + 30)
    expect(480 * (body?.landmarks[at + 1] ?? 0)).toBeGreaterThan(y - 30)
  }
})

test('an empty room is answered with nobody', async () => {
  expect((await ask(await openBodies(), await drawPeople(), 1)).bodies).toEqual([])
})

import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PoseEngines } from '../../../src/server/poses/pose-analyst.ts'
import { openPoseService } from '../../../src/server/poses/pose-service.ts'
import { ANNA, drawPeople } from '../../support/drawn-people.ts'
import { openLetterService, type LetterService } from '../../support/letter-service.ts'

/** How the service says that it is, and what it does before its models are open. */
let service: LetterService
let anna: Buffer<ArrayBuffer>
beforeAll(async () => {
  service = await openLetterService()
  anna = await drawPeople(ANNA)
})
afterAll(() => service.close())

const url = (path: string): string => `http://127.0.0.1:${service.port}${path}`

describe('health', () => {
  test('names the models and whether they are ready', async () => {
    await expect
      .poll(async () => JSON.parse(await service.page('/health')), { timeout: 20_000 })
      .toMatchObject({ status: 'ok', ready: true, device: 'cpu', models: { pose: 'healthy' } })
    const response = await fetch(url('/api/pose/health'))
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ status: 'healthy', pool: { workers: 1 } })
  })
})

describe('a service that is not well', () => {
  const statusAt = async (port: number) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/pose/health`)
    return [response.status, await response.json()] as const
  }

  test('is in error when its models cannot be opened', async () => {
    let fail: (error: Error) => void = () => undefined
    const broken = new Promise<void>((_resolve, reject) => (fail = reject))
    const ill = await openLetterService([], broken)
    fail(new Error('no model'))
    await expect.poll(() => statusAt(ill.port)).toMatchObject([503, { status: 'error' }])
    const headers = { 'content-type': 'image/jpeg' }
    const asked = { method: 'POST', body: anna, headers }
    const response = await fetch(`http://127.0.0.1:${ill.port}/pose/hybrid`, asked)
    expect([response.status, await response.json()]).toEqual([503, { error: expect.any(String) }])
    await ill.close()
  })

  test('is degraded by trouble of a part, which it names', async () => {
    const signs = { trouble: 'ffmpeg is not installed', said: { jobs: { ffmpeg: false } } }
    const ill = await openLetterService([], undefined, () => Promise.resolve(signs))
    await expect
      .poll(() => statusAt(ill.port), { timeout: 20_000 })
      .toMatchObject([
        200,
        { status: 'degraded', reason: 'ffmpeg is not installed', jobs: { ffmpeg: false } },
      ])
    await ill.close()
  })

  test('is degraded after three pictures in a row that it failed at, until one succeeds', async () => {
    const poses = openPoseService(() => Promise.resolve({} as PoseEngines))
    await poses.engines()
    for (let failure = 0; failure < 3; failure++) poses.note('failed')
    expect(poses.state).toEqual({ kind: 'degraded', reason: expect.stringContaining('3 pictures') })
    poses.note('done')
    expect(poses.state).toEqual({ kind: 'healthy' })
  })
})

describe('while the models are opened', () => {
  let openModels: () => void
  let early: LetterService
  beforeAll(async () => {
    early = await openLetterService([], new Promise((resolve) => (openModels = resolve)))
  })
  afterAll(() => early.close())

  test('keeps the newest of the frames that come too early, and counts the others', async () => {
    let open: () => void = () => undefined
    const waiting = await openLetterService([], new Promise((resolve) => (open = resolve)))
    const socket = io(`http://127.0.0.1:${waiting.port}/`, { transports: ['polling'] })
    const answer = new Promise((resolve) => socket.once('pose_result', resolve))
    await new Promise<void>((resolve) => socket.once('connect', resolve))
    for (const sequence of [1, 2, 3]) socket.emit('frame', { image: anna, sequence })
    await expect
      .poll(() => waiting.page('/metrics'), { timeout: 20_000 })
      .toMatch(/beckon_pose_frames_total\{outcome="dropped"\} 2/)
    open()
    // Fetched by polling: it comes while the client is between two polls, or waits for it.
    expect(await answer).toMatchObject({ sequence: 3, dropped: 2 })
    socket.disconnect()
    await waiting.close()
  })

  test('says so, turns away what does not fit into the queue, and answers the rest', async () => {
    const address = `http://127.0.0.1:${early.port}`
    const health = async () => (await fetch(`${address}/api/pose/health`)).status
    expect(await health()).toBe(503)
    expect(JSON.parse(await early.page('/health')).ready).toBe(false)
    let turnedAway = 0
    const ask = async (): Promise<number> => {
      const headers = { 'content-type': 'image/jpeg' }
      const response = await fetch(`${address}/pose/hybrid`, {
        method: 'POST',
        body: anna,
        headers,
      })
      await response.arrayBuffer()
      turnedAway += response.status === 429 ? 1 : 0
      // Whoever waits is answered once nobody else can be taken.
      if (turnedAway === 8) openModels()
      return response.status
    }
    const statuses = await Promise.all(Array.from({ length: 40 }, ask))
    expect(statuses.toSorted()).toEqual([
      ...Array.from({ length: 32 }, () => 200),
      ...Array.from({ length: 8 }, () => 429),
    ])
    expect(await health()).toBe(200)
  })
})

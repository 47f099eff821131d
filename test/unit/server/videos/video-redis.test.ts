import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasRedis, startRedis, type TestRedis } from '../../../support/redis.ts'
import {
  makeVideo,
  openVideoService,
  QUICK_ENGINE,
  type VideoService,
} from '../../../support/video-service.ts'
import { startWholeService } from '../../../support/whole-service.ts'

/** What HTTP clients meet when the jobs are on Redis. */
const canRun = hasRedis && spawnSync('ffmpeg', ['-version']).error === undefined

const SOON = { timeout: 20_000 }

const handIn = async (url: string, video_path: string) => {
  const response = await fetch(`${url}/pose/video`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ video_path }),
  })
  return { status: response.status, body: await response.json() }
}
const statusOf = async (url: string, id: string) =>
  (await fetch(`${url}/pose/video/status/${id}`)).json()

describe.skipIf(!canRun)('video jobs on Redis (skipped without redis-server, ffmpeg)', () => {
  let redis: TestRedis
  let service: VideoService
  beforeAll(async () => {
    redis = await startRedis()
    service = await openVideoService({ BECKON_REDIS_URL: redis.url, POSE_MAX_QUEUED: '2' })
    for (const name of ['quick.mp4', 'slow.mp4']) makeVideo(service.videos, name)
  })
  afterAll(async () => {
    await service.close()
    await redis.close()
  })

  test('names of the store’s own are no jobs', async () => {
    for (const name of ['meta', 'wait', 'id', 'events', 'completed']) {
      for (const path of [`status/${name}`, `result/${name}`]) {
        expect((await fetch(`${service.url}/pose/video/${path}`)).status).toBe(404)
      }
      const url = `${service.url}/pose/video/${name}`
      expect((await fetch(url, { method: 'DELETE' })).status).toBe(404)
    }
  })

  test('a full queue answers 429, until a waiting job is called off', async () => {
    const running = await handIn(service.url, 'slow.mp4')
    await expect
      .poll(async () => (await statusOf(service.url, running.body.job_id)).status, SOON)
      .toBe('processing')
    const many = await Promise.all(
      Array.from({ length: 20 }, () => handIn(service.url, 'slow.mp4')),
    )
    const taken = many.filter(({ status }) => status === 202)
    expect(many.map(({ status }) => status).toSorted()).toEqual([
      ...[202, 202],
      ...Array.from({ length: 18 }, () => 429),
    ])
    const end = ({ body }: (typeof many)[number]) =>
      fetch(`${service.url}/pose/video/${body.job_id}`, { method: 'DELETE' })
    for (const one of taken) await end(one)
    const next = await handIn(service.url, 'quick.mp4')
    expect(next).toMatchObject({ status: 202, body: { position: 0 } })
    await end(running)
    await expect
      .poll(async () => (await statusOf(service.url, next.body.job_id)).status, SOON)
      .toBe('completed')
    expect(await end(next)).toMatchObject({ status: 204 })
    expect(await statusOf(service.url, next.body.job_id)).toEqual({ error: expect.any(String) })
  })

  test('without Redis clients are told so and health is degraded; then all goes on', async () => {
    await redis.stop()
    await expect.poll(async () => (await service.health()).trouble, SOON).toMatch(/Redis/)
    expect(await handIn(service.url, 'quick.mp4')).toEqual({
      status: 503,
      body: { error: expect.stringContaining('try again') },
    })
    expect((await fetch(`${service.url}/api/pose/pool-status`)).status).toBe(503)
    // Who starts meanwhile listens all the same.
    const late = await openVideoService({ BECKON_REDIS_URL: redis.url })
    makeVideo(late.videos, 'quick.mp4')
    expect((await handIn(late.url, 'quick.mp4')).status).toBe(503)
    await redis.start()
    await expect.poll(async () => (await handIn(late.url, 'quick.mp4')).status, SOON).toBe(202)
    // Each tries again in its own time.
    await expect.poll(async () => (await service.health()).trouble, SOON).toBeUndefined()
    await late.close()
  })
})

describe.skipIf(!canRun)('two machines on one Redis (skipped without redis-server)', () => {
  test('what one was doing when it was killed, the other does to its end', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'beckon-two-'))
    const redis = await startRedis()
    onTestFinished(async () => {
      await redis.close()
      rmSync(dir, { recursive: true })
    })
    const start = () =>
      startWholeService(() => ({
        BECKON_REDIS_URL: redis.url,
        POSE_VIDEO_FOLDER: dir,
        POSE_DATA_DIR: join(dir, 'data'),
        POSE_WORKER: QUICK_ENGINE,
      }))
    makeVideo(dir, 'dawdles.mp4')
    const first = await start()
    const { body } = await handIn(first.url, 'dawdles.mp4')
    await expect
      .poll(async () => (await statusOf(first.url, body.job_id)).frames_done, SOON)
      .toBe(1)
    const second = await start()
    await first.kill()
    await expect
      .poll(async () => (await statusOf(second.url, body.job_id)).status, { timeout: 40_000 })
      .toBe('completed')
    expect(await statusOf(second.url, body.job_id)).toMatchObject({
      attempts: 2,
      note: expect.stringContaining('Run again'),
    })
    const result = await fetch(`${second.url}/pose/video/result/${body.job_id}`)
    expect(await result.json()).toMatchObject({ format: 'beckon-pose', frames: [{ frame: 0 }] })
    await first.close()
    await second.close()
  })
})

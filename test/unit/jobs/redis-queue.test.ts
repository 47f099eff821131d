import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasRedis, startRedis } from '../../support/redis.ts'
import { jobOptionsSchema, type JobOutcome, type NewJob } from '../../../src/jobs/job.ts'
import type { JobRun } from '../../../src/jobs/job-queue.ts'
import { RedisQueue } from '../../../src/jobs/redis-queue.ts'

let redis: Awaited<ReturnType<typeof startRedis>>
const open = (): RedisQueue => {
  const bugs = (error: unknown): void => {
    throw error
  }
  return new RedisQueue({ url: redis.url, maxQueued: 3, onBug: bugs })
}
const video = (id: string): NewJob => ({
  id,
  videoPath: `/videos/${id}.mp4`,
  isUpload: false,
  options: jobOptionsSchema.parse({}),
})
const done = (): Promise<JobOutcome> => Promise.resolve({ kind: 'completed', note: 'well done' })
const untilStopped = ({ signal }: JobRun): Promise<JobOutcome> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve({ kind: signal.reason === 'closing' ? 'put-back' : 'cancelled' })
    })
  })

describe.skipIf(!hasRedis)('a queue on Redis (skipped where there is no redis-server)', () => {
  let queue: RedisQueue
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.close())
  beforeEach(() => {
    queue = open()
  })
  afterEach(() => queue.close())
  const statusOf = async (id: string) => (await queue.find(id))?.status
  const until = (id: string, status: string) =>
    expect.poll(() => statusOf(id), { timeout: 20_000 }).toBe(status)

  test('keeps jobs in order, takes no more than may wait, and does them', async () => {
    for (const id of ['a', 'b', 'c']) await queue.add(video(id))
    expect(await queue.add(video('d'))).toBeUndefined()
    expect(await queue.positionOf('c')).toBe(2)
    expect(await queue.counts()).toMatchObject({ queued: 3 })
    const order: string[] = []
    queue.work(1, ({ job, progress }) => {
      order.push(job.id)
      progress(5, 5)
      return done()
    })
    await until('c', 'completed')
    expect(order).toEqual(['a', 'b', 'c'])
    await expect
      .poll(() => queue.find('a'))
      .toMatchObject({
        attempts: 1,
        framesDone: 5,
        note: 'well done',
        videoPath: '/videos/a.mp4',
      })
  })

  test('calls off what waits and what another machine works on', async () => {
    const other = open()
    other.work(1, untilStopped)
    await queue.add(video('e'))
    await until('e', 'processing')
    await queue.add(video('f'))
    expect((await queue.cancel('f'))?.status).toBe('cancelled')
    await queue.cancel('e')
    await until('e', 'cancelled')
    await expect.poll(() => queue.positionOf('f')).toBeUndefined()
    expect(await statusOf('f')).toBe('cancelled')
    await other.close()
  })

  test('a machine that closes puts its job back, which does not count as a try', async () => {
    const other = open()
    other.work(1, untilStopped)
    await queue.add(video('g'))
    await until('g', 'processing')
    await other.close()
    expect(await queue.find('g')).toMatchObject({ status: 'queued', attempts: 0 })
    queue.work(1, done)
    await until('g', 'completed')
    expect(await queue.find('g')).toMatchObject({ attempts: 1, note: 'well done' })
  })

  test('a job whose worker died is tried once more, and says so', async () => {
    const tries: number[] = []
    queue.work(1, ({ job }) => {
      tries.push(job.attempts)
      const isFirst = tries.length === 1
      return isFirst ? Promise.resolve({ kind: 'again', note: 'Run again. It died.' }) : done()
    })
    await queue.add(video('h'))
    await until('h', 'completed')
    expect(await queue.find('h')).toMatchObject({
      attempts: 2,
      note: 'Run again. It died. well done',
    })
    expect(tries).toEqual([1, 2])
  })

  test('a job that failed says why', async () => {
    queue.work(1, () => Promise.resolve({ kind: 'failed', reason: 'no video' }))
    await queue.add(video('i'))
    await until('i', 'failed')
    expect(await queue.find('i')).toMatchObject({
      attempts: 1,
      reason: 'no video',
      note: undefined,
    })
  })
})

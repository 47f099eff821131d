import { Job as Entry, Worker } from 'bullmq'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest'
import { hasRedis, startRedis, type TestRedis } from '../../../support/redis.ts'
import { jobOptionsSchema, type JobOutcome, type NewJob } from '../../../../src/jobs/queue/job.ts'
import { QueueUnavailable, type JobRun } from '../../../../src/jobs/queue/job-queue.ts'
import { RedisQueue, type RedisQueueOptions } from '../../../../src/jobs/queue/redis-queue.ts'
import { verbatim } from '../../../../src/core/sentence/sentence.ts'
import { inWords } from '../../../support/in-words.ts'

let redis: TestRedis
const SOON = { timeout: 20_000 }
const open = (
  maxQueued = 3,
  onBug = raise,
  onFailed: RedisQueueOptions['onFailed'] = () => undefined,
): RedisQueue => new RedisQueue({ url: redis.url, maxQueued, onFailed, onBug })
const raise = (error: unknown): void => {
  throw error
}
const video = (id: string): NewJob => ({
  id,
  videoPath: `/videos/${id}.mp4`,
  isUpload: false,
  options: jobOptionsSchema.parse({}),
})
const done = (): Promise<JobOutcome> =>
  Promise.resolve({ kind: 'completed', note: verbatim('well done') })
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
    const request: string[] = []
    queue.work(1, ({ job, progress }) => {
      request.push(job.id)
      progress(5, 5)
      return done()
    })
    await until('c', 'completed')
    expect(request).toEqual(['a', 'b', 'c'])
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

  test('what was called off takes up no place, is counted, and can be forgotten', async () => {
    for (const id of ['j', 'k', 'l']) await queue.add(video(id))
    for (const id of ['j', 'k', 'l']) await queue.cancel(id)
    expect(await queue.isFull()).toBe(false)
    const { cancelled } = await queue.counts()
    expect(cancelled).toBeGreaterThanOrEqual(3)
    expect((await queue.list(3)).map(({ status }) => status)).toEqual(Array(3).fill('cancelled'))
    await queue.add(video('m'))
    queue.work(1, done)
    await until('m', 'completed')
    await queue.cancel('m')
    expect(await statusOf('m')).toBe('completed')
    for (const id of ['j', 'm']) await queue.remove(id)
    expect(await statusOf('j')).toBeUndefined()
    expect(await statusOf('m')).toBeUndefined()
    expect((await queue.counts()).cancelled).toBe(cancelled - 1)
  })

  test('takes no more than may wait from many who come at once', async () => {
    const other = open(20)
    const ids = Array.from({ length: 60 }, (_, at) => `n${at}`)
    const taken = await Promise.all(ids.map((id) => other.add(video(id))))
    expect(taken.filter((job) => job !== undefined).length).toBe(20)
    expect(await other.counts()).toMatchObject({ queued: 20 })
    for (const id of ids) await other.remove(id)
    await other.close()
  })

  test('a job that is called off as it is taken is not begun', async () => {
    const begun: string[] = []
    await queue.add(video('o'))
    await queue.add(video('p'))
    // By another machine whose news of it is not heard, and that does not get to take it out of the queue.
    const fromId = Entry.fromId.bind(Entry)
    const found = vi.spyOn(Entry, 'fromId').mockImplementation(async (asker, id) => {
      if (asker instanceof Worker && id === 'o') {
        const entry = await fromId(asker, id)
        await entry?.updateData({ ...entry.data, isCancelled: true })
      }
      return fromId(asker, id)
    })
    onTestFinished(() => found.mockRestore())
    queue.work(1, ({ job }) => {
      begun.push(job.id)
      return done()
    })
    await until('p', 'completed')
    expect([await statusOf('o'), begun]).toEqual(['cancelled', ['p']])
  })

  test('says within seconds that Redis is gone, and goes on when it is back', async () => {
    const troubles: unknown[] = []
    const other = open(3, (error) => troubles.push(error))
    await queue.close()
    other.work(1, done)
    expect(other.trouble() ?? (await other.counts())).toBeDefined()
    await redis.stop()
    await expect.poll(() => other.trouble(), SOON).toMatch(/Redis/)
    const beganMs = performance.now()
    await expect(other.add(video('q'))).rejects.toBeInstanceOf(QueueUnavailable)
    await expect(other.find('q')).rejects.toBeInstanceOf(QueueUnavailable)
    expect(performance.now() - beganMs).toBeLessThan(10_000)
    expect(troubles.length).toBe(1)
    // One that is opened meanwhile is no worse off.
    const late = open(3, () => undefined)
    await expect(late.add(video('q'))).rejects.toBeInstanceOf(QueueUnavailable)
    await redis.start()
    for (const one of [other, late]) {
      await expect.poll(() => one.trouble(), { timeout: 20_000 }).toBeUndefined()
    }
    // What was refused is not done later.
    expect(await late.find('q')).toBeUndefined()
    await late.add(video('r'))
    await expect
      .poll(async () => (await other.find('r'))?.status, { timeout: 20_000 })
      .toBe('completed')
    await Promise.all([other.close(), late.close()])
    queue = open()
  })

  test('does not wait for a Redis that hangs', async () => {
    await queue.counts()
    redis.freeze()
    await expect(queue.counts()).rejects.toBeInstanceOf(QueueUnavailable)
    redis.wake()
    expect(await queue.counts()).toBeDefined()
  })

  test('a machine that closes puts its job back, which does not count as a try', async () => {
    const other = open()
    other.work(1, untilStopped)
    await queue.add(video('g'))
    await until('g', 'processing')
    await other.close()
    expect(inWords(await queue.find('g'))).toMatchObject({ status: 'queued', attempts: 0 })
    queue.work(1, done)
    await until('g', 'completed')
    expect(inWords(await queue.find('g'))).toMatchObject({ attempts: 1, note: 'well done' })
  })

  test('a job whose worker died is tried once more, and says so', async () => {
    const tries: number[] = []
    const failed: unknown[] = []
    await queue.close()
    queue = open(3, raise, (job) => failed.push(job))
    queue.work(1, ({ job }) => {
      tries.push(job.attempts)
      const isFirst = tries.length === 1
      return isFirst
        ? Promise.resolve({ kind: 'again', note: verbatim('Run again. It died.') })
        : done()
    })
    await queue.add(video('h'))
    await until('h', 'completed')
    expect(inWords(await queue.find('h'))).toMatchObject({
      attempts: 2,
      note: 'Run again. It died. well done',
    })
    expect(tries).toEqual([1, 2])
    expect(failed).toEqual([])
  })

  test('a job that failed says why, and that it is over', async () => {
    const failed: unknown[] = []
    await queue.close()
    queue = open(3, raise, (job) => failed.push(job))
    queue.work(1, () => Promise.resolve({ kind: 'failed', reason: verbatim('no video') }))
    await queue.add(video('i'))
    await until('i', 'failed')
    expect(inWords(await queue.find('i'))).toMatchObject({
      attempts: 1,
      reason: 'no video',
      note: undefined,
    })
    await expect.poll(() => failed, SOON).toEqual([{ id: 'i', isUpload: false }])
  })
})

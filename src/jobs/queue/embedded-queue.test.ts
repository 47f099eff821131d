import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EmbeddedQueue } from './embedded-queue.ts'
import { jobOptionsSchema, type NewJob } from './job.ts'
import { QueueUnavailable, type RunJob } from './job-queue.ts'
import { openSqliteStore, type SqliteStore } from './sqlite-store.ts'

const options = jobOptionsSchema.parse({})
const video = (id: string): NewJob => ({ id, videoPath: `/${id}.mp4`, isUpload: false, options })

test('a queue whose store cannot be read tells who asks, and does not throw at once', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'beckon-queue-'))
  const store = openSqliteStore(join(dir, 'jobs.sqlite'), Date.now)
  const bad = (): never => {
    throw new Error('database disk image is malformed')
  }
  const damaged = { ...store, find: bad, list: bad, counts: bad, positionOf: bad, remove: bad }
  const queue = new EmbeddedQueue({ store: damaged, maxQueued: 10, onBug: () => undefined })
  const asked = [
    ...[queue.find('a'), queue.list(1), queue.counts(), queue.positionOf('a'), queue.isFull()],
    ...[queue.cancel('a'), queue.remove('a')],
  ]
  for (const { status, reason } of asRefused(await Promise.allSettled(asked))) {
    expect([status, reason]).toEqual(['rejected', expect.any(QueueUnavailable)])
  }
  await queue.close()
  rmSync(dir, { recursive: true })
})
// One that was not is told by its status.
const asRefused = (all: readonly PromiseSettledResult<unknown>[]) =>
  all as readonly PromiseRejectedResult[]

describe('a queue whose disk is full', () => {
  let dir: string
  let isFull = false
  let bugs: unknown[]
  let queue: EmbeddedQueue
  const orFull = (): void => {
    if (isFull) throw new Error('database or disk is full')
  }

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'beckon-queue-'))
    bugs = []
    isFull = false
    const store = openSqliteStore(join(dir, 'jobs.sqlite'), Date.now)
    const full: SqliteStore = {
      ...store,
      add: (...given) => (orFull(), store.add(...given)),
      takeNextJob: () => (orFull(), store.takeNextJob()),
      progress: (...given) => (orFull(), store.progress(...given)),
      end: (...given) => (orFull(), store.end(...given)),
    }
    queue = new EmbeddedQueue({ store: full, maxQueued: 10, onBug: (bug) => bugs.push(bug) })
  })
  afterEach(async () => {
    await queue.close()
    rmSync(dir, { recursive: true })
  })

  test('goes on when there is room again, and tells of it meanwhile', async () => {
    const run: RunJob = ({ progress }) => {
      isFull = true
      progress(1, 2)
      return Promise.resolve({ kind: 'completed' })
    }
    queue.work(1, run)
    await queue.add(video('a'))
    await expect.poll(() => queue.trouble()).toMatch(/disk may be full/)
    expect(bugs.length).toBeGreaterThanOrEqual(2)
    expect((await queue.find('a'))?.status).toBe('processing')
    isFull = false
    await expect
      .poll(async () => (await queue.find('a'))?.status, { timeout: 10_000 })
      .toBe('completed')
    expect(queue.trouble()).toBeUndefined()
  })

  test('takes no job that it cannot keep', async () => {
    isFull = true
    await expect(queue.add(video('a'))).rejects.toBeInstanceOf(QueueUnavailable)
    expect(await queue.find('a')).toBeUndefined()
  })
})

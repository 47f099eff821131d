import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { VideosView } from '../../../../src/contract/channels/video-channels.ts'
import { inEnglish } from '../../../../src/core/sentence/sentence.ts'
import { jobOptionsSchema } from '../../../../src/jobs/queue/job.ts'
import { openSqliteStore } from '../../../../src/jobs/queue/sqlite-store.ts'
import { setUpVideos } from '../../../../src/main/features/videos/set-up-videos.ts'
import { createDisposeStack, type DisposeStack } from '../../../../src/node/dispose-stack.ts'

/** Videos open by themselves after every start: what became of their file is told, and never ends the app. */
const JOBS = 400
let dir = ''
let stack: DisposeStack
let told: string[] = []
let view: VideosView | undefined
let connect: (isConnected: boolean) => void = () => undefined
const database = (): string => join(dir, 'videos/jobs.sqlite')

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'beckon-set-up-'))
  mkdirSync(join(dir, 'videos'))
  const store = openSqliteStore(database(), () => 1000)
  const options = jobOptionsSchema.parse({})
  for (let n = 0; n < JOBS; n += 1) {
    const videoPath = `/v/${'x'.repeat(100)}${n}.mp4`
    store.add({ id: `job-${n}`, videoPath, isUpload: false, options }, JOBS)
    store.end(`job-${n}`, { kind: 'completed' })
  }
  store.close()
  stack = createDisposeStack()
  told = []
  view = undefined
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(async () => {
  vi.useRealTimers()
  expect(await stack.close()).toEqual([])
  rmSync(dir, { recursive: true })
})

function start(): void {
  const end = {
    handle: () => () => undefined,
    publish: (_channel: string, list: VideosView) => (view = list),
    onConnection: (listener: typeof connect) => (connect = listener),
  }
  const stateStore = {
    current: () => ({ handCount: 0, mode: 'watching' }),
    onChange: () => () => undefined,
    report: ({ message }: { message: Parameters<typeof inEnglish>[0] }) =>
      told.push(inEnglish(message)),
  }
  setUpVideos(asParts({ host: { end, publish: String }, stateStore }))
  connect(true)
  vi.advanceTimersByTime(5000)
  vi.useRealTimers()
}
// Of host and state it uses no more than these.
const asParts = (parts: object) =>
  ({ ...parts, disposeStack: stack, dataDir: dir, resources: dir }) as unknown as Parameters<
    typeof setUpVideos
  >[0]

describe('the window’s videos', () => {
  test('whose list holds an option of a newer version are shown, that one with a note', async () => {
    const db = new DatabaseSync(database())
    db.exec(`UPDATE jobs SET options = json_set(options, '$.smooth', 1) WHERE id = 'job-3'`)
    db.close()
    start()
    await expect.poll(() => view?.videos.length, { timeout: 10_000 }).toBe(JOBS)
    const noted = view?.videos.filter(({ note }) => note !== undefined) ?? []
    expect(noted.map(({ id, status }) => [id, status])).toEqual([['job-3', 'completed']])
    expect(told).toEqual([])
  })

  test('whose file has a bad page are shown where they could be read, and it is told where it is', async () => {
    const bytes = readFileSync(database())
    const page = 4096 * Math.floor(bytes.length / 8192)
    writeFileSync(database(), bytes.fill(0xff, page, page + 4096))
    start()
    await expect.poll(() => view?.videos.length, { timeout: 10_000 }).toBeGreaterThan(JOBS / 2)
    expect(told).toEqual([expect.stringContaining(join(dir, 'videos/jobs.broken-1.sqlite'))])
  })

  test('whose file is of a newer version are left alone, and that is told', async () => {
    const db = new DatabaseSync(database())
    db.exec('PRAGMA user_version = 99')
    db.close()
    start()
    await expect.poll(() => told, { timeout: 10_000 }).toHaveLength(1)
    expect(told[0]).toMatch(/^Your videos cannot be opened: .*is of a newer version of Beckon/)
    expect(told[0]).not.toContain('POSE_DATA_DIR')
  })
})

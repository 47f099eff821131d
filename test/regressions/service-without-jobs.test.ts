import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeVideo, openVideoService, type VideoService } from '../support/video-service.ts'

/** Jobs are jobs' alone: whatever is wrong with what is kept of them, the service starts, says so, and goes on. */
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).error === undefined
let service: VideoService
const database = (): string => join(service.dataDir, 'jobs.sqlite')
const change = (sql: string) => (): void => {
  const db = new DatabaseSync(database())
  db.exec(sql)
  db.close()
}

async function ask(path: string, body?: object) {
  const headers = { 'content-type': 'application/json' }
  const init = body && { method: 'POST', headers, body: JSON.stringify(body) }
  const answer = await fetch(service.url + path, init)
  return { status: answer.status, body: asObject(await answer.json()) }
}
const asObject = (value: unknown) => value as Record<string, unknown>
const handIn = () => ask('/pose/video', { video_path: 'quick.mp4' })
const statusOf = async (id: unknown) =>
  (await ask(`/pose/video/status/${String(id)}`)).body['status']

describe.skipIf(!hasFfmpeg)('the service (skipped without ffmpeg)', () => {
  let id: unknown
  beforeEach(async () => {
    service = await openVideoService()
    makeVideo(service.videos, 'quick.mp4')
    id = (await handIn()).body['job_id']
    await expect.poll(() => statusOf(id), { timeout: 20_000 }).toBe('completed')
  })
  afterEach(() => service.close())

  test.each([
    ['of a newer version', change('PRAGMA user_version = 99'), /newer version of Beckon/],
    ['that is a folder', () => (rmSync(database()), mkdirSync(database())), /is not a file/],
  ])('starts without a queue %s', async (_name, damage, why) => {
    await service.restart(damage)
    const refusal = { status: 503, body: { error: expect.stringMatching(why) } }
    expect(await handIn()).toMatchObject(refusal)
    expect(await ask('/api/pose/pool-status')).toMatchObject(refusal)
    expect(await ask(`/pose/video/status/${String(id)}`)).toMatchObject(refusal)
    const { trouble, said } = await service.health()
    expect(trouble).toMatch(why)
    expect(trouble).toContain('POSE_DATA_DIR')
    expect(said).toMatchObject({ jobs: { queued: null, busy: null } })
  })

  test('starts with a new queue in place of a damaged one, and says where that is', async () => {
    await service.restart(() => {
      const bytes = readFileSync(database())
      writeFileSync(database(), bytes.fill(0xff, 0, 4096))
    })
    expect(readdirSync(service.dataDir)).toContain('jobs.broken-1.sqlite')
    const { trouble, said } = await service.health()
    expect(trouble).toBeUndefined()
    expect(said).toMatchObject({
      jobs: { mishap: expect.stringContaining('jobs.broken-1.sqlite') },
    })
    expect((await handIn()).status).toBe(202)
  })

  test('answers for a job that has an option of a newer version, and goes on with the others', async () => {
    const options =
      '{"model":"full","every_nth":1,"hands":false,"people":1,"annotate":false,"smooth":true}'
    await service.restart(change(`UPDATE jobs SET status = 'queued', options = '${options}'`))
    expect((await ask('/api/pose/pool-status')).status).toBe(200)
    await expect.poll(() => statusOf(id), { timeout: 20_000 }).toBe('failed')
    expect((await ask(`/pose/video/status/${String(id)}`)).body['reason']).toBe(
      'Its options are of another version of Beckon.',
    )
    const next = (await handIn()).body['job_id']
    await expect.poll(() => statusOf(next), { timeout: 20_000 }).toBe('completed')
    expect((await service.health()).trouble).toBeUndefined()
  })
})

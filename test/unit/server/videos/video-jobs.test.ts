import { randomUUID } from 'node:crypto'
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import {
  closeSync,
  ftruncateSync,
  openSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPoseConfig } from '../../../../src/server/videos/pose-config.ts'
import { makeVideo, openVideoService, type VideoService } from '../../../support/video-service.ts'

/** The HTTP behaviour as curl sees it: nothing here knows how it is built. */
const canRun = ['curl', 'ffmpeg'].every(
  (program) => spawnSync(program, ['--version']).error === undefined,
)
let service: VideoService

interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

/** In a process of its own and without waiting for it here: the service answers from this one. */
async function curl(path: string, ...args: readonly string[]): Promise<Answer> {
  const all = ['-s', '-w', '\n%{http_code}', ...args, `${service.url}${path}`]
  const { stdout } = await promisify(execFile)('curl', all)
  const cut = stdout.lastIndexOf('\n')
  return { status: Number(stdout.slice(cut + 1)), body: JSON.parse(stdout.slice(0, cut) || '{}') }
}
const json = (body: unknown): readonly string[] => [
  ...['-H', 'content-type: application/json'],
  ...['-d', JSON.stringify(body)],
]
const handIn = (video_path: string, options = {}): Promise<Answer> =>
  curl('/pose/video', ...json({ video_path, options }))
const statusOf = (id: unknown): Promise<Answer> => curl(`/pose/video/status/${String(id)}`)
const until = (id: unknown, status: string) =>
  expect.poll(async () => (await statusOf(id)).body['status'], { timeout: 20_000 }).toBe(status)

describe.skipIf(!canRun)('video jobs over HTTP (skipped without curl and ffmpeg)', () => {
  beforeAll(async () => {
    service = await openVideoService()
    const names = ['quick.mp4', 'slow.mp4', 'slow-endless.mp4', 'dies.mp4', 'refuses.mp4']
    for (const name of names) {
      makeVideo(service.videos, name)
    }
  }, 60_000)
  afterAll(() => service.close())

  test('a video by its path is taken, worked on, and its figures fetched', async () => {
    const { status, body } = await handIn('quick.mp4')
    expect(status).toBe(202)
    expect(body).toEqual({ job_id: expect.any(String), status: expect.any(String), position: 0 })
    await until(body['job_id'], 'completed')
    const told = (await statusOf(body['job_id'])).body
    expect(told).toMatchObject({
      attempts: 1,
      result_url: `/pose/video/result/${String(told['job_id'])}`,
    })
    expect((await curl(String(told['result_url']))).body).toMatchObject({
      format: 'beckon-pose',
      frames: [{ frame: 0 }],
    })
    expect((await curl(`${String(told['result_url'])}?format=xml`)).status).toBe(400)
    expect((await curl(`${String(told['result_url'])}?format=mp4`)).status).toBe(404)
    expect((await curl(`/pose/video/${String(body['job_id'])}`, '-X', 'DELETE')).status).toBe(204)
    expect((await statusOf(body['job_id'])).status).toBe(404)
    expect(readdirSync(join(service.dataDir, 'results'))).toEqual([])
  })

  test('a video is uploaded, and gone when it has been looked at', async () => {
    const form = ['-F', 'every_nth=2', '-F', `video=@${join(service.videos, 'quick.mp4')}`]
    const { status, body } = await curl('/pose/video', ...form)
    expect(status).toBe(202)
    await until(body['job_id'], 'completed')
    expect(readdirSync(join(service.dataDir, 'uploads'))).toEqual([])
  })

  test('options of a form count on both sides of the file', async () => {
    const file = ['-F', `video=@${join(service.videos, 'quick.mp4')}`]
    const nameless = ['-F', 'model=none']
    for (const form of [
      [...file, ...nameless],
      [...nameless, ...file],
      [...file, ...file],
    ]) {
      const answer = await curl('/pose/video', ...form)
      expect(answer).toEqual({ status: 400, body: { error: expect.any(String) } })
    }
    expect(readdirSync(join(service.dataDir, 'uploads'))).toEqual([])
  })

  test.each([
    ['a form without a boundary', 'multipart/form-data', 'x'],
    [
      'a form that breaks off',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form',
    ],
    [
      'a file that breaks off',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="video"; filename="a.mp4"\r\n\r\n0000ftyp',
    ],
    ['another kind of body', 'text/html', '<p>'],
  ])('%s is the client’s fault, in words', async (name, type, sent) => {
    const form = ['-H', `content-type: ${type}`, '--data-binary', sent]
    const status = name === 'another kind of body' ? 415 : 400
    const answer = await curl('/pose/video', ...form)
    expect(answer).toEqual({ status, body: { error: expect.any(String) } })
    expect(readdirSync(join(service.dataDir, 'uploads'))).toEqual([])
  })

  test('an address is told from a method that it does not answer', async () => {
    expect(await curl('/nowhere')).toEqual({ status: 404, body: { error: expect.any(String) } })
    const wrong = await fetch(`${service.url}/pose/video`, { method: 'PUT' })
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST'])
    const empty = ['-X', 'DELETE', '-H', 'content-type: application/json']
    expect((await curl(`/pose/video/${randomUUID()}`, ...empty)).status).toBe(404)
  })

  test('a film is asked for as output, beside the path, and sent in parts', async () => {
    const options = { video_path: 'quick.mp4', every_nth: 3, output: 'mp4' }
    const { body } = await curl('/pose/video', ...json(options))
    await until(body['job_id'], 'completed')
    const url = `${service.url}/pose/video/result/${String(body['job_id'])}`
    const part = async (range?: string) => {
      const headers = range === undefined ? {} : { range }
      const { status, headers: said } = await fetch(`${url}?format=mp4`, { headers })
      return [status, said.get('content-length'), said.get('content-range')]
    }
    expect(await part()).toMatchObject([200, '10', null])
    expect(await part('bytes=2-5')).toMatchObject([206, '4', 'bytes 2-5/10'])
    expect(await part('bytes=7-')).toMatchObject([206, '3', 'bytes 7-9/10'])
    expect(await part('bytes=-4')).toMatchObject([206, '4', 'bytes 6-9/10'])
    expect(await part('bytes=10-')).toMatchObject([416, expect.anything(), 'bytes */10'])
    const response = await fetch(`${url}?format=mp4`, { headers: { range: 'bytes=2-5' } })
    expect(await response.text()).toBe('2345')
    expect(await (await fetch(url)).json()).toMatchObject({ every_nth: 3 })
  })

  test('a job whose length nobody knows says null, not that it is nearly done', async () => {
    const { body } = await handIn('slow-endless.mp4')
    await until(body['job_id'], 'processing')
    await expect
      .poll(async () => (await statusOf(body['job_id'])).body, { timeout: 20_000 })
      .toMatchObject({ frames_done: 1, frames_total: null, seconds_left: null })
    await curl(`/pose/video/${String(body['job_id'])}`, '-X', 'DELETE')
  })

  test('a running job is called off, and one that waits', async () => {
    const running = (await handIn('slow.mp4')).body['job_id']
    await expect
      .poll(async () => (await statusOf(running)).body['frames_done'], { timeout: 20_000 })
      .toBe(1)
    const waiting = [(await handIn('quick.mp4')).body, (await handIn('slow.mp4')).body]
    expect(waiting.map(({ position }) => position)).toEqual([0, 1])
    expect((await curl('/api/pose/pool-status')).body).toMatchObject({
      queue_length: 2,
      workers: { busy: 1 },
    })
    const cancel = (id: unknown) => curl(`/pose/video/${String(id)}`, '-X', 'DELETE')
    expect((await cancel(waiting[1]?.['job_id'])).body).toMatchObject({ status: 'cancelled' })
    expect(await cancel(running)).toMatchObject({ status: 200, body: { status: 'cancelled' } })
    expect((await curl(`/pose/video/result/${String(running)}`)).status).toBe(409)
    await until(waiting[0]?.['job_id'], 'completed')
    expect(
      readdirSync(join(service.dataDir, 'results')).filter((name) => name.endsWith('.part')),
    ).toEqual([])
  })

  test.each([
    ['dies.mp4', /Tried twice.*ended with 7/],
    ['refuses.mp4', /no taste/],
  ])('a job whose worker fails says why: %s', async (name, words) => {
    const { body } = await handIn(name)
    await until(body['job_id'], 'failed')
    expect((await statusOf(body['job_id'])).body['reason']).toMatch(words)
  })

  test('a job that was running when the service stopped is done after it starts again', async () => {
    const slow = (await handIn('slow.mp4')).body['job_id']
    const next = (await handIn('quick.mp4')).body['job_id']
    await expect.poll(async () => (await statusOf(slow)).body['status']).toBe('processing')
    await service.restart()
    expect((await statusOf(next)).body['status']).toBe('queued')
    await until(slow, 'processing')
    expect((await statusOf(slow)).body['attempts']).toBe(1)
    await curl(`/pose/video/${String(slow)}`, '-X', 'DELETE')
    await until(next, 'completed')
  })

  describe('refuses', () => {
    beforeAll(() => {
      const at = (name: string): string => join(service.videos, name)
      symlinkSync('/etc/passwd', at('link.mp4'))
      symlinkSync('/etc', at('folder'))
      writeFileSync(at('empty.mp4'), '')
      writeFileSync(at('text.mp4'), '#EXTM3U\n/etc/passwd\n'.repeat(50))
      execFileSync('ffmpeg', [
        '-v',
        'error',
        '-f',
        'lavfi',
        '-i',
        'sine=duration=0.2',
        at('sound.m4a'),
      ])
      const sparse = openSync(at('sparse.mp4'), 'w')
      ftruncateSync(sparse, 20 * 2 ** 30)
      closeSync(sparse)
      const hollow = makeVideo(service.videos, 'hollow.mkv')
      execFileSync('truncate', ['-s', '600', hollow])
      execFileSync('truncate', ['-s', '20G', hollow])
      const head = makeVideo(service.videos, 'head.mp4')
      execFileSync('truncate', ['-s', '600', head])
    })

    test.each([
      ['../../etc/passwd', 403],
      ['/etc/passwd', 403],
      ['link.mp4', 403],
      ['folder/passwd', 403],
      ['none.mp4', 404],
      ['.', 403],
      ['nul\0.mp4', 400],
      ['empty.mp4', 415],
      ['text.mp4', 415],
      ['sound.m4a', 415],
      ['sparse.mp4', 415],
      ['head.mp4', 415],
      // A film's true head, and then 20 GB that would be searched for an hour.
      ['hollow.mkv', 415],
    ])('%j with %i', async (path, status) => {
      const answer = await handIn(path)
      expect(answer).toEqual({ status, body: { error: expect.any(String) } })
    })

    test.each([
      ['no path', {}],
      ['an option beside the path that there is not', { video_path: 'quick.mp4', colour: 'red' }],
      ['an output that there is not', { video_path: 'quick.mp4', output: 'gif' }],
      ['an option that there is not', { video_path: 'quick.mp4', options: { colour: 'red' } }],
      ['every 0th frame', { video_path: 'quick.mp4', options: { every_nth: 0 } }],
    ])('%s with 400', async (_name, body) => {
      expect((await curl('/pose/video', ...json(body))).status).toBe(400)
    })

    test('what is no JSON, an upload that is no video, a form without a file, jobs that there are not', async () => {
      const jsonType = ['-H', 'content-type: application/json']
      expect((await curl('/pose/video', ...jsonType, '-d', '{')).status).toBe(400)
      const text = `video=@${join(service.videos, 'text.mp4')}`
      expect((await curl('/pose/video', '-F', text)).status).toBe(415)
      expect((await curl('/pose/video', '-F', 'model=lite')).status).toBe(400)
      expect(readdirSync(join(service.dataDir, 'uploads'))).toEqual([])
      for (const id of ['none', 'meta', 'wait', randomUUID()]) {
        for (const path of [`/pose/video/status/${id}`, `/pose/video/result/${id}`]) {
          expect((await curl(path)).status).toBe(404)
        }
        expect((await curl(`/pose/video/${id}`, '-X', 'DELETE')).status).toBe(404)
      }
    })
  })
})

describe.skipIf(!canRun)('limits of the video jobs (skipped without curl and ffmpeg)', () => {
  test('a full queue answers 429 ten thousand times and goes on', async () => {
    const full = await openVideoService({ POSE_MAX_QUEUED: '2' })
    const slow = makeVideo(full.videos, 'slow.mp4')
    const ask = () =>
      fetch(`${full.url}/pose/video`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ video_path: slow }),
      }).then(async (response) => {
        await response.arrayBuffer()
        return response.status
      })
    const first = [await ask(), await ask(), await ask()]
    expect(first).toEqual([202, 202, 202])
    const counted = new Map<number, number>()
    for (let batch = 0; batch < 100; batch++) {
      for (const status of await Promise.all(Array.from({ length: 100 }, ask))) {
        counted.set(status, (counted.get(status) ?? 0) + 1)
      }
    }
    expect([...counted]).toEqual([[429, 10_000]])
    await full.close()
  }, 120_000)

  test('a folder of videos that is not there stops the service before it starts', async () => {
    const opening = openVideoService({ POSE_VIDEO_FOLDER: '/none/such' })
    await expect(opening).rejects.toThrow(/^POSE_VIDEO_FOLDER is no folder that can be read/)
  })

  test('a queue that is no Redis is told at the start', () => {
    for (const url of ['localhost', 'http://localhost', 'redis://']) {
      const read = readPoseConfig({ BECKON_REDIS_URL: url })
      expect(read).toEqual({ kind: 'problem', text: expect.stringContaining('BECKON_REDIS_URL') })
    }
  })

  test('a job that takes too long has failed', async () => {
    service = await openVideoService({ POSE_TIMEOUT_MS: '1000' })
    makeVideo(service.videos, 'slow.mp4')
    const { body } = await handIn('slow.mp4')
    await until(body['job_id'], 'failed')
    expect((await statusOf(body['job_id'])).body['reason']).toMatch(/longer than 1 s/)
    await service.close()
  })

  test('an upload that is too large answers 413 and leaves nothing', async () => {
    service = await openVideoService({ POSE_MAX_UPLOAD_MB: '1' })
    const path = join(service.videos, 'large.mp4')
    writeFileSync(path, Buffer.alloc(3 * 2 ** 20, 1))
    expect((await curl('/pose/video', '-F', `video=@${path}`)).status).toBe(413)
    expect(readdirSync(join(service.dataDir, 'uploads'))).toEqual([])
    await service.close()
  })
})

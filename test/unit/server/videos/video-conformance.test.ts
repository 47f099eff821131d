import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ANNA, drawPeople } from '../../../support/drawn-people.ts'
import { startWholeService, type WholeService } from '../../../support/whole-service.ts'

/*
 * Videos through the whole service and its own engine, as curl sees them. What the routes refuse and how jobs wait is in
 * video-jobs.test.ts, on an engine that looks at nothing.
 */
const canRun = ['curl', 'ffmpeg'].every(
  (program) => spawnSync(program, ['--version']).error === undefined,
)
const FRAMES = 20

interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
}

async function curl(...args: readonly string[]): Promise<Answer> {
  const all = ['-s', '-w', '\n%{http_code} %{content_type}', ...args]
  const { stdout } = await promisify(execFile)('curl', all, {
    encoding: 'latin1',
    maxBuffer: 2 ** 28,
  })
  const cut = stdout.lastIndexOf('\n')
  const [status = '', ...type] = stdout.slice(cut + 1).split(' ')
  return { status: Number(status), type: type.join(' '), text: stdout.slice(0, cut) }
}
const bodyOf = ({ text }: Answer): Record<string, unknown> => JSON.parse(text || '{}')

/** A film of somebody drawn. */
async function drawnFilm(folder: string, name: string, ...coding: readonly string[]) {
  const still = join(folder, 'anna.jpg')
  writeFileSync(still, await drawPeople({ ...ANNA, x: 320 }))
  const source = ['-loop', '1', '-framerate', '20', '-i', still, '-frames:v', String(FRAMES)]
  const path = join(folder, name)
  execFileSync('ffmpeg', ['-v', 'error', ...source, '-pix_fmt', 'yuv420p', ...coding, '-y', path])
  return path
}

describe.skipIf(!canRun)('videos through the whole service (skipped without curl, ffmpeg)', () => {
  let service: WholeService
  let videos = ''
  beforeAll(async () => {
    service = await startWholeService((dir) => {
      videos = join(dir, 'films')
      mkdirSync(videos)
      return {
        POSE_VIDEO_FOLDER: videos,
        POSE_DATA_DIR: join(dir, 'data'),
        POSE_LOG_DIR: join(dir, 'logs'),
        DEBUG_MODE: '1',
        BECKON_REDIS_URL: '',
      }
    })
  })
  afterAll(() => service.close())

  const at = (path: string): string => `${service.url}${path}`
  async function handIn(name: string, options: object = {}): Promise<string> {
    const body = JSON.stringify({ video_path: name, options: { model: 'lite', ...options } })
    const headers = ['-H', 'content-type: application/json']
    const answer = await curl(...headers, '-d', body, at('/pose/video'))
    expect([answer.status, answer.text]).toEqual([202, expect.any(String)])
    return String(bodyOf(answer)['job_id'])
  }
  const statusOf = async (id: string) => bodyOf(await curl(at(`/pose/video/status/${id}`)))
  async function done(id: string): Promise<Record<string, unknown>> {
    await expect
      .poll(async () => (await statusOf(id))['status'], { timeout: 50_000 })
      .toMatch(/completed|failed/)
    return statusOf(id)
  }
  const resultOf = (id: string, format: string): Promise<Answer> =>
    curl(at(`/pose/video/result/${id}?format=${format}`))

  test('figures of every frame in every format, and a film with the skeleton drawn in', async () => {
    await drawnFilm(videos, 'anna.mp4')
    const id = await handIn('anna.mp4', { annotate: true, hands: true })
    expect(await done(id)).toMatchObject({ status: 'completed', frames_done: FRAMES })
    const whole = JSON.parse((await resultOf(id, 'json')).text)
    expect(whole.frames.length).toBe(FRAMES)
    expect(whole.frames.at(-1).people[0].landmarks.length).toBe(33)
    const formats = { jsonl: /jsonl/, csv: /csv/, trc: /tab-separated/, mot: /tab-separated/ }
    for (const [format, type] of Object.entries(formats)) {
      const { status, type: said, text } = await resultOf(id, format)
      expect([status, said.match(type)?.length]).toEqual([200, 1])
      expect(text.length).toBeGreaterThan(1000)
    }
    const film = await resultOf(id, 'mp4')
    expect([film.status, film.type, film.text.slice(4, 8)]).toEqual([200, 'video/mp4', 'ftyp'])
  })

  test('a video that was filmed on its side stands upright', async () => {
    const flat = await drawnFilm(videos, 'flat.mp4')
    const turned = join(videos, 'turned.mp4')
    const turn = ['-display_rotation', '90', '-i', flat, '-c', 'copy', '-y', turned]
    if (spawnSync('ffmpeg', ['-v', 'error', ...turn]).status !== 0) {
      const tag = ['-i', flat, '-c', 'copy', '-metadata:s:v:0', 'rotate=90', '-y', turned]
      execFileSync('ffmpeg', ['-v', 'error', ...tag])
    }
    const id = await handIn('turned.mp4')
    expect(await done(id)).toMatchObject({ status: 'completed' })
    const { video } = JSON.parse((await resultOf(id, 'json')).text)
    expect([video.width_px, video.height_px]).toEqual([480, 640])
  })

  test('a video that breaks off gives what could be read, and says so', async () => {
    const path = await drawnFilm(videos, 'broken.mkv', '-c:v', 'mpeg4', '-g', '1')
    const whole = readFileSync(path)
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251))
    writeFileSync(path, Buffer.concat([whole.subarray(0, Math.floor(whole.length / 2)), noise]))
    const told = await done(await handIn('broken.mkv'))
    const damaged = expect.stringContaining('damaged')
    expect(told).toMatchObject({ status: 'completed', note: damaged, reason: damaged })
    expect(told['frames_done']).toBeGreaterThan(3)
    expect(told['frames_done']).toBeLessThan(FRAMES)
  })

  test('a result that somebody removed is gone', async () => {
    await drawnFilm(videos, 'short.mp4')
    const id = await handIn('short.mp4')
    expect(await done(id)).toMatchObject({ status: 'completed' })
    rmSync(join(service.dir, 'data/results', `${id}.jsonl`))
    expect((await resultOf(id, 'csv')).status).toBe(410)
  })

  test('the logs tell of jobs, on the console and in files, and of nobody in the videos', async () => {
    await drawnFilm(videos, 'logged.mp4')
    const id = await handIn('logged.mp4')
    await done(id)
    const logs = join(service.dir, 'logs')
    const filed = (): string =>
      readdirSync(logs)
        .map((name) => readFileSync(join(logs, name), 'utf8'))
        .join('')
    for (const text of [() => service.said(), filed]) {
      await expect.poll(text, { timeout: 10_000 }).toContain('job ended')
      await expect.poll(text).toContain(id)
      expect(text()).toContain(join(videos, 'logged.mp4'))
      expect(text()).not.toMatch(/landmarks|visibility|base64/)
    }
    // 20 is pino's number for what is told for debugging only.
    expect(service.said()).toMatch(/Videos on .*"isDebug":true/)
    expect(service.said()).toContain(`"logDir":"${logs}"`)
  })
})

describe.skipIf(!canRun)('a service (skipped without curl, ffmpeg)', () => {
  test('without ffmpeg says so with 503, and goes on', async () => {
    const tools = mkdtempSync(join(tmpdir(), 'beckon-no-tools-'))
    const service = await startWholeService((dir) => ({
      POSE_VIDEO_FOLDER: dir,
      PATH: tools,
      BECKON_REDIS_URL: '',
    }))
    await drawnFilm(service.dir, 'anna.mp4')
    const headers = ['-H', 'content-type: application/json']
    const body = JSON.stringify({ video_path: 'anna.mp4' })
    const answer = await curl(...headers, '-d', body, `${service.url}/pose/video`)
    expect([answer.status, bodyOf(answer)['error']]).toEqual([503, 'ffmpeg is not installed'])
    expect((await curl(`${service.url}/health`)).status).toBe(200)
    await service.close()
    rmSync(tools, { recursive: true })
  })

  test('with a token answers nobody who does not show it', async () => {
    const token = 'sesame, open up'.padEnd(16, '!')
    const service = await startWholeService((dir) => ({
      ...{ POSE_VIDEO_FOLDER: dir, BECKON_REDIS_URL: '' },
      ...{ BECKON_SERVE_NO_TOKEN: '', BECKON_SERVE_TOKEN: token },
    }))
    const status = `${service.url}/pose/video/status/none`
    expect((await curl(status)).status).toBe(401)
    expect((await curl('-H', 'authorization: Bearer open', status)).status).toBe(401)
    expect((await curl('-H', `authorization: Bearer ${token}`, status)).status).toBe(404)
    expect((await curl('-X', 'DELETE', `${service.url}/pose/video/none`)).status).toBe(401)
    const upload = ['-F', `video=@${process.execPath}`]
    expect((await curl(...upload, `${service.url}/pose/video`)).status).toBe(401)
    await service.close()
  })

  test.each([
    ['POSE_POOL_SIZE', 'many'],
    ['POSE_TIMEOUT_MS', '5'],
    ['DEBUG_MODE', 'perhaps'],
  ])('that is set wrongly does not start, and names %s', (name, value) => {
    const entry = join(import.meta.dirname, '../../../../src/programs/serve.ts')
    const env = { ...process.env, BECKON_REDIS_URL: '', [name]: value }
    const { status, stderr } = spawnSync(process.execPath, [entry, '--port', '0'], {
      env,
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([1, expect.stringMatching(new RegExp(`^${name}: `, 'm'))])
  })
})

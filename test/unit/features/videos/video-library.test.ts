import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ShownVideo, VideosView } from '../../../../src/contract/channels/video-channels.ts'
import { openVideos } from '../../../../src/main/features/videos/open-videos.ts'
import type { VideoLibrary } from '../../../../src/main/features/videos/video-library.ts'
import type { ExposedFile } from '../../../../src/main/shared/exposed-file.ts'
import { makeVideo, QUICK_ENGINE } from '../../../support/video-service.ts'
import { inEnglish } from '../../../../src/core/sentence/sentence.ts'
import { inWords } from '../../../support/in-words.ts'

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).error === undefined
const WISHES = { model: 'lite', people: 1, hands: false, film: false, everyNth: 1 } as const

let dir = ''
let library: VideoLibrary
let view: VideosView | undefined
let shared: ExposedFile[] = []
let mishaps: string[] = []

const open = async (): Promise<void> => {
  library = await openVideos({
    folder: join(dir, 'data'),
    worker: { command: QUICK_ENGINE.split(' '), env: process.env },
    expose: (file) => String(shared.push(file) - 1),
    expectUpload: (toPath) => toPath,
    publishList: (list) => (view = list),
    liveUse: { isOn: () => false, onChange: () => () => undefined },
    onBug: (error) => {
      throw error
    },
    onMishap: (said) => mishaps.push(inEnglish(said)),
  })
}
const inList = (name: string): ShownVideo | undefined =>
  view?.videos.find((video) => video.name === name)
const until = async (name: string, status: ShownVideo['status']): Promise<ShownVideo> => {
  await expect.poll(() => inList(name)?.status, { timeout: 20_000 }).toBe(status)
  const found = inList(name)
  if (found === undefined) throw new Error('it was there a moment ago')
  return found
}
/** As a page does it whose browser tells no paths. */
async function handOver(name: string): Promise<string> {
  const offered = await library.offer(`C:\\fakepath\\${name}`, 1000)
  if (!offered.ok) throw new Error(inEnglish(offered.problem.message))
  copyFileSync(join(dir, name), offered.value.address)
  const queued = await library.queueOffered(offered.value.id, WISHES)
  if (!queued.ok) throw new Error(inEnglish(queued.problem.message))
  return offered.value.address
}
const textOf = async (file: ExposedFile | undefined): Promise<string> => {
  if (file?.kind !== 'made') throw new Error('it is not made')
  let text = ''
  for await (const part of file.make()) text += part
  return text
}

describe.skipIf(!hasFfmpeg)("the window's videos (skipped without ffmpeg)", () => {
  let films = ''
  beforeAll(() => {
    films = mkdtempSync(join(tmpdir(), 'beckon-films-'))
    for (const name of ['quick.mp4', 'slow.mp4', 'dies.mp4']) makeVideo(films, name)
    return () => rmSync(films, { recursive: true })
  })
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'beckon-keeper-'))
    for (const name of readdirSync(films)) copyFileSync(join(films, name), join(dir, name))
    view = undefined
    shared = []
    mishaps = []
    await open()
  })
  afterEach(async () => {
    await library.close()
    rmSync(dir, { recursive: true })
  })

  test('one that was handed over is looked at, shown, and gone with its copy when it is removed', async () => {
    const copy = await handOver('quick.mp4')
    const { id } = await until('quick.mp4', 'completed')
    const shown = await library.show(id)
    if (!shown.ok) throw new Error(inEnglish(shown.problem.message))
    const { video, figures, film, exports } = shown.value
    expect(film).toBeUndefined()
    expect(shared[Number(video)]).toMatchObject({ kind: 'on-disk', path: copy })
    expect(shared[Number(figures)]).toMatchObject({ kind: 'on-disk' })
    expect(shared[Number(exports.csv)]).toMatchObject({ downloadAs: 'quick.csv' })
    expect(JSON.parse(await textOf(shared[Number(exports.json)]))).toMatchObject({
      frames: [{ frame: 0 }],
    })
    const published = shared.length
    expect(await library.show(id)).toEqual(shown)
    expect(shared.length).toBe(published)
    expect(shared.map(({ until }) => until?.aborted)).toEqual(shared.map(() => false))
    await library.remove(id)
    expect(shared.map(({ until }) => until?.aborted)).toEqual(shared.map(() => true))
    expect(existsSync(copy)).toBe(false)
    expect(readdirSync(join(dir, 'data/results'))).toEqual([])
    await expect.poll(() => view?.videos, { timeout: 20_000 }).toEqual([])
  })

  test('one that lies on the disk stays where it is', async () => {
    const path = join(dir, 'quick.mp4')
    expect(await library.queueFile(path, WISHES)).toEqual({ ok: true, value: {} })
    const { id } = await until('quick.mp4', 'completed')
    await library.remove(id)
    expect(existsSync(path)).toBe(true)
  })

  test('one that runs is called off, tells how far it was, and is tried again', async () => {
    await handOver('slow.mp4')
    const { id } = await until('slow.mp4', 'processing')
    await expect.poll(() => inList('slow.mp4')?.framesDone, { timeout: 20_000 }).toBe(1)
    expect(await library.cancel(id)).toEqual({ ok: true, value: {} })
    await until('slow.mp4', 'cancelled')
    expect(await library.show(id)).toMatchObject({ ok: false })
    expect(await library.retry(id)).toEqual({ ok: true, value: {} })
    expect((await until('slow.mp4', 'processing')).id).toBe(id)
    expect(await library.retry(id)).toMatchObject({ ok: false })
  })

  test('what was unfinished goes on after a restart, with its copy', async () => {
    const copy = await handOver('slow.mp4')
    await until('slow.mp4', 'processing')
    await handOver('quick.mp4')
    await library.close()
    view = undefined
    await open()
    await library.open()
    const { id } = await until('slow.mp4', 'processing')
    expect(existsSync(copy)).toBe(true)
    await library.cancel(id)
    await until('quick.mp4', 'completed')
  })

  test('what nobody queued is swept away at the next start', async () => {
    const offered = await library.offer('quick.mp4', 1000)
    if (!offered.ok) throw new Error(inEnglish(offered.problem.message))
    copyFileSync(join(dir, 'quick.mp4'), offered.value.address)
    await library.close()
    await open()
    expect(readdirSync(join(dir, 'data/uploads'))).toEqual([])
    expect(await library.queueOffered(offered.value.id, WISHES)).toMatchObject({ ok: false })
  })

  test('one whose worker dies says why', async () => {
    await handOver('dies.mp4')
    const { reason } = await until('dies.mp4', 'failed')
    expect(inWords(reason)).toMatch(/Tried twice.*ended with 7/)
  })

  test('what is no video is refused with a reason, and its copy is gone', async () => {
    writeFileSync(join(dir, 'text.mp4'), 'not a video')
    const path = join(dir, 'text.mp4')
    const unreadable = { message: 'It is not a video that ffmpeg can read.' }
    expect(await library.queueFile(path, WISHES)).toMatchObject({ ok: false, problem: unreadable })
    await expect(handOver('text.mp4')).rejects.toThrow(unreadable.message)
    expect(readdirSync(join(dir, 'data/uploads'))).toEqual([])
    expect(await library.queueFile(join(dir, 'none.mp4'), WISHES)).toMatchObject({ ok: false })
    expect(await library.queueFile('quick.mp4', WISHES)).toMatchObject({ ok: false })
  })

  test('there has to be room for a copy', async () => {
    expect(await library.offer('huge.mp4', Number.MAX_SAFE_INTEGER)).toMatchObject({ ok: false })
    expect(readdirSync(join(dir, 'data/uploads'))).toEqual([])
  })

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['..', 'video'],
    ['a\0b<c>.mp4', 'a_b_c_.mp4'],
    ['Übung 1 (Knie).mov', 'Übung 1 (Knie).mov'],
  ])('a file named %j is kept as %j', async (given, kept) => {
    const offered = await library.offer(given, 1)
    expect(offered.ok && basename(offered.value.address)).toBe(kept)
  })
})

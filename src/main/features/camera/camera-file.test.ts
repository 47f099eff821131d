import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Result } from '../../../contract/boundary/result.ts'
import { inEnglish } from '../../../core/sentence/sentence.ts'
import { prepareCameraFile, type CameraFile } from './camera-file.ts'
import { PROBE_ARGS, isPlayable, parseVideoFacts } from './video-facts.ts'

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).error === undefined
let dir = ''
const at = (name: string): string => join(dir, name)
const prepare = (path: string): Promise<Result<CameraFile>> => prepareCameraFile(path, at('cache'))
const messageOf = (result: Result<CameraFile>): string =>
  result.ok ? `played ${result.value.path}` : inEnglish(result.problem.message)

function make(name: string, ...args: string[]): string {
  const source = ['-f', 'lavfi', '-i', 'testsrc=size=1920x1080:rate=15:duration=0.4']
  execFileSync('ffmpeg', ['-v', 'error', ...source, ...args, at(name)])
  return at(name)
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'beckon-camera-file-'))
})
afterAll(() => rm(dir, { recursive: true }))

test('names a file that does not exist', async () => {
  expect(messageOf(await prepare(at('none.mp4')))).toBe(
    `The camera file "${at('none.mp4')}" does not exist.`,
  )
})

test('does not take a folder for a video', async () => {
  expect(messageOf(await prepare(dir))).toBe(`The camera file "${dir}" is not a file.`)
})

describe.skipIf(!hasFfmpeg)('with ffmpeg (skipped where it is not installed)', () => {
  test('uses a playable video as it is', async () => {
    const path = make('plain.mp4', '-pix_fmt', 'yuv420p')
    expect(await prepare(path)).toEqual({ ok: true, value: { path, label: 'plain.mp4' } })
  })

  test('takes no name for an option or a protocol', async () => {
    const here = process.cwd()
    process.chdir(dir)
    try {
      for (const name of ['-v.mp4', '12:30.mp4']) {
        make(`./${name}`, '-pix_fmt', 'yuv420p')
        const prepared = await prepare(name)
        expect(messageOf(prepared)).toBe(`played ${resolve(name)}`)
      }
    } finally {
      process.chdir(here)
    }
  })

  test.each(['moving.gif', 'old.avi'])('turns %s into a small webm that plays', async (name) => {
    const prepared = await prepare(make(name))
    if (!prepared.ok) throw new Error(inEnglish(prepared.problem.message))
    expect(prepared.value.label).toBe(name)
    const probe = (...args: string[]): string =>
      execFileSync('ffprobe', [...args, prepared.value.path], { encoding: 'utf8' })
    const facts = parseVideoFacts(probe(...PROBE_ARGS))
    expect(facts && isPlayable(facts)).toBe(true)
    expect(facts?.framesPerS).toBeCloseTo(15, 0)
    const size = ['-v', 'error', '-show_entries', 'stream=width,height', '-of', 'csv=p=0']
    expect(probe(...size).trim()).toBe('1280,720')
  })

  test('says that a text is no video', async () => {
    await writeFile(at('text.mp4'), 'not a video')
    expect(messageOf(await prepare(at('text.mp4')))).toMatch(
      /^"text.mp4" is not a video that ffmpeg can read: .+/,
    )
  })

  test('says that sound is no video', async () => {
    const tone = ['-f', 'lavfi', '-i', 'sine=duration=0.2']
    execFileSync('ffmpeg', ['-v', 'error', ...tone, at('sound.wav')])
    expect(messageOf(await prepare(at('sound.wav')))).toBe('"sound.wav" holds no video.')
  })

  test('says that a picture is no video', async () => {
    const path = make('still.png', '-frames:v', '1')
    expect(messageOf(await prepare(path))).toBe('"still.png" is a still picture, not a video.')
  })

  test('leaves no folder behind when the process ends', async () => {
    const path = make('short.gif', '-vf', 'scale=64:64')
    const module = new URL('./camera-file.ts', import.meta.url).href
    const cache = at('other-cache')
    const program = `
      import { prepareCameraFile } from ${JSON.stringify(module)}
      const made = await prepareCameraFile(${JSON.stringify(path)}, ${JSON.stringify(cache)})
      console.log(made.ok)`
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    })
    expect(said.trim()).toBe('true')
    expect(readdirSync(cache)).toEqual([])
  })
})

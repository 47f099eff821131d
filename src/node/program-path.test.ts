import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { programPath, type Program } from './program-path.ts'

let built: string
beforeEach(async () => {
  built = await mkdtemp(join(tmpdir(), 'beckon-built-'))
  await mkdir(join(built, 'chunks'))
  await writeFile(join(built, 'serve.js'), '')
})
afterEach(() => rm(built, { recursive: true }))

const SRC = resolve(import.meta.dirname, '..')

test.each<[Program, string]>([
  ['input-process', 'main/output/input-process.ts'],
  ['listener-process', 'main/listening/listener-process.ts'],
  ['serve', 'server/serve.ts'],
  ['tracker-process', 'main/tracker-process.ts'],
  ['video-worker', 'main/video-worker.ts'],
])('run from the sources, %s is %s', (name, path) => {
  expect(programPath(name)).toBe(join(SRC, path))
})

test('built, a program lies beside whoever asks or above its chunk', () => {
  const entry = join(built, 'serve.js')
  expect([programPath('serve', built), programPath('serve', join(built, 'chunks'))]).toEqual([
    entry,
    entry,
  ])
})

test('a program that is not there is our bug', () => {
  expect(() => programPath('video-worker', built)).toThrow(`no entry video-worker near ${built}`)
})

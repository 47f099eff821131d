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
  ['input-process', 'programs/input-process.ts'],
  ['listener-process', 'programs/listener-process.ts'],
  ['serve', 'programs/serve.ts'],
  ['tracker-process', 'programs/tracker-process.ts'],
  ['video-worker', 'programs/video-worker.ts'],
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

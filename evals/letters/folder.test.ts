import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LetterModel } from '../../src/inference/letter-model.ts'
import { openNativeLandmarks, type NativeLandmarks } from '../support/native-landmarks.ts'
import { judgeFolder } from './folder.ts'
import { lookAt, pointsOf } from './judge.ts'
import { openModel, readStill } from './reader.ts'

const ROOT = join(import.meta.dirname, '../..')
const HAND = join(ROOT, 'test/pictures/demo-hand.jpg')
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0

let tracker: NativeLandmarks
let model: LetterModel
/** What the network takes the picture for; no other letter is right. */
let letter: string
let folder: string
const said: string[] = []

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text))
  vi.spyOn(console, 'table').mockImplementation(() => undefined)
  tracker = await openNativeLandmarks()
  model = await openModel(join(ROOT, 'resources/letters/sign-letters.onnx'))
  const picture = await lookAt(tracker, HAND, 0)
  letter = (await readStill(model, pointsOf(picture!))).said
})
afterAll(async () => {
  await model.close()
  await tracker.close()
})
beforeEach(() => {
  said.length = 0
  folder = mkdtempSync(join(tmpdir(), 'beckon-folder-'))
  return () => rmSync(folder, { recursive: true })
})

const judge = () => judgeFolder(folder, tracker, model)
function place(...path: readonly string[]): string {
  const to = join(folder, ...path)
  mkdirSync(join(to, '..'), { recursive: true })
  return to
}
const ffmpeg = (...args: readonly string[]): void =>
  void execFileSync('ffmpeg', ['-v', 'error', ...args])

describe('a folder of letters', () => {
  test('counts pictures of letters, also below a source, and what is read rightly', async () => {
    copyFileSync(HAND, place(letter, 'one.jpg'))
    await sharp(HAND)
      .webp()
      .toFile(place('somebody', letter.toLowerCase(), 'two.webp'))
    copyFileSync(HAND, place(letter === 'B' ? 'C' : 'B', 'wrong.jpg'))
    const wall = { width: 320, height: 240, channels: 3, background: '#777' } as const
    await sharp({ create: wall }).toFile(place(letter, 'nobody.png'))
    writeFileSync(place(letter, 'notes.txt'), 'not a picture')
    expect(await judge()).toEqual({ accuracy: 0.6667, count: 4, found: 3 })
  })

  test('names what cannot be read, and goes on', async () => {
    copyFileSync(HAND, place(letter, 'whole.jpg'))
    writeFileSync(place(letter, 'half.jpg'), readFileSync(HAND).subarray(0, 900))
    writeFileSync(place(letter, 'noise.mp4'), 'noise')
    copyFileSync(HAND, place('J', 'still.jpg'))
    expect(await judge()).toEqual({ accuracy: 1, count: 1, found: 1 })
    const left = said.filter((text) => text.includes('left out')).map((text) => text.split(' ')[0])
    expect(left).toEqual(['J/still.jpg', `${letter}/half.jpg`, `${letter}/noise.mp4`].toSorted())
  })

  test('that is empty, or not there, says so', async () => {
    const nothing = { accuracy: null, count: 0, found: 0 }
    expect(await judge()).toEqual(nothing)
    expect(await judgeFolder(join(folder, 'elsewhere'), tracker, model)).toEqual(nothing)
    expect(said).toEqual([
      expect.stringContaining('holds no LETTER/*.jpg'),
      expect.stringContaining('holds no LETTER/*.jpg'),
    ])
  })

  test('ends with 1 and a line of figures when there is nothing to judge', () => {
    const args = [join(ROOT, 'evals/letters.ts'), '--files', folder]
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual({
      eval: 'letters',
      figures: { accuracy: null, count: 0, found: 0 },
    })
  })
})

describe.skipIf(!hasFfmpeg)(`with ffmpeg (${hasFfmpeg ? 'found' : 'not there'})`, () => {
  test('a clip that holds a letter is that letter', async () => {
    ffmpeg('-loop', '1', '-framerate', '15', '-i', HAND, '-t', '1', place(`${letter}.mp4`))
    expect(await judge()).toEqual({ accuracy: 1, count: 1, found: 1 })
  })

  test('other kinds of pictures are stills: a GIF of one frame, BMP, TIFF, AVIF', async () => {
    for (const name of ['one.gif', 'two.bmp', 'three.tiff']) {
      ffmpeg('-i', HAND, '-frames:v', '1', place(letter, name))
    }
    await sharp(HAND).avif().toFile(place(letter, 'four.avif'))
    ffmpeg('-i', HAND, '-frames:v', '1', place('Z', 'still.gif'))
    expect(await judge()).toEqual({ accuracy: 1, count: 4, found: 4 })
  })
})

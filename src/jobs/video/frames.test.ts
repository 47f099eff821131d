import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { PlanarPixels } from '../../vision/hands/pixels.ts'
import { openEncoder } from './encoder.ts'
import { openFrames } from './frames.ts'
import { probeVideo } from './probe.ts'
import { workingSize } from './size.ts'

const SIZE = { widthPx: 320, heightPx: 240 }
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).error === undefined
const dir = mkdtempSync(join(tmpdir(), 'beckon-frames-'))
afterAll(() => rmSync(dir, { recursive: true }))

function make(name: string, size: string, seconds: number, ...args: string[]): string {
  const source = ['-f', 'lavfi', '-i', `testsrc=size=${size}:rate=10:duration=${seconds}`]
  execFileSync('ffmpeg', ['-v', 'error', ...source, ...args, join(dir, name)])
  return join(dir, name)
}

async function framesOf(path: string, everyNth = 1) {
  const probed = await probeVideo(path)
  if (probed.kind !== 'video') throw new Error(probed.kind)
  const size = workingSize(probed.video.widthPx, probed.video.heightPx)
  const frames = openFrames({ path, ...size, everyNth })
  const seen: { index: number; atMs: number; cornerY: number }[] = []
  for await (const { index, atMs, pixels } of frames) {
    seen.push({ index, atMs: Math.round(atMs), cornerY: pixels.y[0] ?? 0 })
  }
  return { video: probed.video, size, seen, complaint: frames.complaint() }
}

describe.skipIf(!hasFfmpeg)('frames of a video (skipped where ffmpeg is not installed)', () => {
  test('come one after another with their times', async () => {
    const { seen, complaint, video } = await framesOf(make('plain.mp4', '320x240', 1))
    expect(seen.map(({ atMs }) => atMs)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900])
    expect(video).toMatchObject({ widthPx: 320, heightPx: 240, framesPerS: 10, framesTotal: 10 })
    expect(complaint).toBeUndefined()
  })

  test('every third is asked for', async () => {
    const { seen } = await framesOf(make('third.mp4', '320x240', 1), 3)
    expect(seen.map(({ index, atMs }) => [index, atMs])).toEqual([
      [0, 0],
      [3, 300],
      [6, 600],
      [9, 900],
    ])
  })

  test('keep a variable rate', async () => {
    const timing = ['-vf', "select='not(eq(n,3))*not(eq(n,4))'", '-fps_mode', 'vfr']
    const { seen } = await framesOf(make('vfr.mkv', '320x240', 0.8, ...timing))
    expect(seen.map(({ atMs }) => atMs)).toEqual([0, 100, 200, 500, 600, 700])
  })

  test.each([
    [90, [240, 320]],
    [180, [320, 240]],
    [270, [240, 320]],
  ] as const)('stand upright when the telephone was held turned by %i°', async (degrees, size) => {
    // Dark, but for one bright corner: where it is afterwards tells how the frame was turned.
    const box = 'drawbox=x=0:y=0:w=iw/4:h=ih/4:color=white:t=fill'
    const source = ['-f', 'lavfi', '-i', `color=black:size=320x240:rate=10:duration=0.3,${box}`]
    const flat = join(dir, `flat-${degrees}.mp4`)
    execFileSync('ffmpeg', ['-v', 'error', ...source, flat])
    const turned = join(dir, `turned-${degrees}.mp4`)
    const turn = ['-display_rotation', String(degrees), '-i', flat, '-c', 'copy', turned]
    const byOption = spawnSync('ffmpeg', ['-v', 'error', ...turn])
    if (byOption.status !== 0) {
      // Before ffmpeg 6 the rotation is written as the stream's tag.
      const tag = ['-i', flat, '-c', 'copy', '-metadata:s:v:0', `rotate=${degrees}`, '-y', turned]
      execFileSync('ffmpeg', ['-v', 'error', ...tag])
    }
    const { video, seen } = await framesOf(turned)
    expect([video.widthPx, video.heightPx, seen.length]).toEqual([...size, 3])
    // The bright corner has left the upper left whichever way it was turned.
    expect(seen[0]?.cornerY).toBeLessThan(40)
  })

  test('of ten bits and odd sizes are as good as others', async () => {
    const deep = make('deep.mkv', '321x241', 0.3, '-c:v', 'libx264', '-pix_fmt', 'yuv444p10le')
    const { seen, size } = await framesOf(deep)
    expect(seen.length).toBe(3)
    expect([size.widthPx % 2, size.heightPx % 2]).toEqual([0, 0])
  })

  test('of 4K are made smaller', async () => {
    const { size, seen } = await framesOf(make('large.mp4', '3840x2160', 0.2))
    expect([size.widthPx, size.heightPx, seen.length]).toEqual([1280, 720, 2])
  })

  test('of a file that breaks off are what could be read, with a complaint', async () => {
    const whole = readFileSync(make('whole.ts', '640x480', 4, '-c:v', 'mpeg2video'))
    const broken = join(dir, 'broken.ts')
    writeFileSync(broken, Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.alloc(4096)]))
    const { seen } = await framesOf(broken)
    expect(seen.length).toBeGreaterThan(5)
    expect(seen.length).toBeLessThan(40)
  })

  test('let go of ffmpeg when nobody wants the rest', async () => {
    const long = make('long.mp4', '320x240', 20)
    for await (const { index } of openFrames({
      path: long,
      widthPx: 320,
      heightPx: 240,
      everyNth: 1,
    })) {
      if (index === 2) break
    }
    expect(spawnSync('pgrep', ['-f', long]).status).toBe(1)
  })

  test('can be made into a film again', async () => {
    const path = make('again.mp4', '320x240', 0.5)
    const film = join(dir, 'film.part')
    const encoder = openEncoder(film, SIZE, 10)
    for await (const { pixels, atMs } of openFrames({ path, ...SIZE, everyNth: 1 })) {
      await encoder.add(pixels, atMs)
    }
    await encoder.finish()
    expect((await framesOf(film)).seen.length).toBe(5)
  })

  const grey = (level: number): PlanarPixels => ({
    format: 'i420',
    ...SIZE,
    yStrideBytes: SIZE.widthPx,
    uvStrideBytes: SIZE.widthPx / 2,
    y: new Uint8Array(SIZE.widthPx * SIZE.heightPx).fill(level),
    u: new Uint8Array((SIZE.widthPx * SIZE.heightPx) / 4).fill(128),
    v: new Uint8Array((SIZE.widthPx * SIZE.heightPx) / 4).fill(128),
  })
  /** The grey of every frame of a film with ten frames a second, made of what is shown from then on. */
  async function filmOf(...shown: readonly (readonly [level: number, atMs: number])[]) {
    const film = join(dir, 'uneven.part')
    const encoder = openEncoder(film, SIZE, 10)
    for (const [level, atMs] of shown) await encoder.add(grey(level), atMs)
    await encoder.finish()
    return (await framesOf(film)).seen.map(({ cornerY }) => Math.round(cornerY / 10) * 10)
  }

  test('that come unevenly are shown in a film when they were', async () => {
    // The second is seen for half a second, the third for no time at all.
    const levels = await filmOf([40, 0], [80, 100], [120, 590], [160, 600], [200, 700])
    expect(levels).toEqual([40, 80, 80, 80, 80, 80, 160, 200])
  })

  test('whose clock jumps by a day make a film that stands still for ten seconds', async () => {
    const dayMs = 24 * 3_600_000
    const levels = await filmOf([40, 0], [80, dayMs], [120, dayMs + 100])
    expect(levels).toEqual([...Array.from({ length: 100 }, () => 40), 80, 120])
  })

  test.each([
    [
      'sound',
      ['-f', 'lavfi', '-i', 'sine=duration=0.2'],
      'sound.wav',
      'It holds no moving picture.',
    ],
    [
      'a picture',
      ['-f', 'lavfi', '-i', 'testsrc', '-frames:v', '1'],
      'still.png',
      'It is a still picture.',
    ],
  ])('%s is told apart', async (_name, args, file, words) => {
    execFileSync('ffmpeg', ['-v', 'error', ...args, join(dir, file)])
    expect(await probeVideo(join(dir, file))).toEqual({ kind: 'unsupported', reason: words })
  })

  test('an empty file and a text are told apart', async () => {
    for (const [name, text] of [
      ['empty.mp4', ''],
      ['text.mp4', 'not a video'],
    ] as const) {
      writeFileSync(join(dir, name), text)
      expect((await probeVideo(join(dir, name))).kind).toBe('unsupported')
    }
  })
})

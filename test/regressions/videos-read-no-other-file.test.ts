import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFrames } from '../../src/jobs/video/frames.ts'
import { probeVideo } from '../../src/jobs/video/probe.ts'
import { prepareCameraFile } from '../../src/main/features/camera/camera-file.ts'
import { beginsLikeVideo } from '../../src/server/videos/allowed-video.ts'
import { referTo } from '../support/referring-film.ts'

/** A file that is handed in as a video may name others: none of them is ever read. Bright is the film that nobody handed in. */
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).error === undefined
const SIZE = { widthPx: 160, heightPx: 120, everyNth: 1 }
let dir = ''
const at = (name: string): string => join(dir, name)

function film(name: string, colour: string, ...args: readonly string[]): string {
  const source = ['-f', 'lavfi', '-i', `color=${colour}:size=160x120:rate=10:duration=0.5`]
  const still = ['-c:v', 'mpeg4', '-pix_fmt', 'yuv420p']
  execFileSync('ffmpeg', ['-v', 'error', ...source, ...still, ...args, '-y', at(name)])
  return at(name)
}

async function brightestIn(path: string): Promise<number> {
  let brightest = 0
  for await (const { pixels } of openFrames({ path, ...SIZE })) {
    brightest = Math.max(brightest, pixels.y[0] ?? 0)
  }
  return brightest
}

describe.skipIf(!hasFfmpeg)('a video (skipped without ffmpeg)', () => {
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'beckon-other-'))
    film('private.mp4', 'white')
    film('private.ts', 'white', '-c:v', 'mpeg2video', '-r', '25')
    film('own.mov', 'black')
    execFileSync('ffmpeg', ['-v', 'error', '-i', at('private.mp4'), at('shot-%03d.png')])
  })
  afterAll(() => rmSync(dir, { recursive: true }))

  const packets = (text: string): string => {
    const head = Buffer.alloc(600, 'x')
    for (const start of [4, 196, 388]) head.write('GA00', start)
    return `<!--${head.subarray(4).toString()}-->\n${text}`
  }
  const manifest = (): string => `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011"
    profiles="urn:mpeg:dash:profile:isoff-on-demand:2011" type="static"
    mediaPresentationDuration="PT10S" minBufferTime="PT1S"><Period duration="PT10S">
    <AdaptationSet mimeType="video/mp4" contentType="video"><Representation id="1" bandwidth="1000"
    codecs="avc1.42c00d" mimeType="video/mp4"><BaseURL>private.mp4</BaseURL></Representation>
    </AdaptationSet></Period></MPD>`
  const LISTS: readonly (readonly [name: string, file: string, text: () => string])[] = [
    ['a DASH manifest', 'dash.mp4', manifest],
    [
      'a DASH manifest in the clothes of a transport stream',
      'clothed.mp4',
      () => packets(manifest()),
    ],
    [
      'an HLS playlist',
      'hls.ts',
      () => '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nprivate.ts\n#EXT-X-ENDLIST\n',
    ],
    ['a list for concat', 'concat.mp4', () => "ffconcat version 1.0\nfile 'private.mp4'\n"],
    [
      'an SDP',
      'sdp.mp4',
      () => 'v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n',
    ],
    [
      'an IMF list',
      'imf.xml',
      () => '<CompositionPlaylist xmlns="http://www.smpte-ra.org/schemas/2067-3/2013"/>',
    ],
  ]
  test.each(LISTS)('that is %s opens none of its files', async (_name, file, text) => {
    writeFileSync(at(file), text())
    expect(await beginsLikeVideo(at(file))).toBe(false)
    expect((await probeVideo(at(file))).kind).toBe('unsupported')
    expect(await brightestIn(at(file))).toBe(0)
    expect((await prepareCameraFile(at(file), at('cache'))).ok).toBe(false)
  })

  test('whose pictures are said to lie elsewhere shows none of them', async () => {
    referTo(at('own.mov'), at('private.mp4'), at('referring.mov'))
    const allowed = ['-enable_drefs', '1', '-use_absolute_path', '1', '-i', at('referring.mov')]
    const told = execFileSync('ffmpeg', ['-v', 'error', ...allowed, '-f', 'rawvideo', '-'])
    expect(told[0]).toBeGreaterThan(200)
    expect((await probeVideo(at('referring.mov'))).kind).toBe('unsupported')
    expect(await brightestIn(at('referring.mov'))).toBe(0)
  })

  test('whose name is a pattern of many pictures is none of them', async () => {
    copyFileSync(at('own.mov'), at('shot-%04d.png'))
    expect(await brightestIn(at('shot-%04d.png'))).toBeLessThan(40)
    expect((await probeVideo(at('shot-%03d.png'))).kind).toBe('unsupported')
    expect(await brightestIn(at('shot-%03d.png'))).toBe(0)
  })

  test.each([
    '12:30.mp4',
    '-v.mp4',
    'concat:a|b.mp4',
    'file:x.mp4',
    'pipe:0',
    'a?b#c.mp4',
    '%d.mp4',
    "it's \\n.mp4",
  ])('named %j is a file, and neither option nor protocol', async (name) => {
    copyFileSync(at('private.mp4'), at(name))
    const bare = relative(process.cwd(), at(name))
    for (const path of [at(name), bare]) {
      expect((await probeVideo(path)).kind).toBe('video')
      expect(await brightestIn(path)).toBeGreaterThan(200)
    }
    const prepared = await prepareCameraFile(at(name), at('cache'))
    expect(prepared.ok).toBe(true)
  })

  test('that is hollow keeps ffprobe busy for no longer than it is given', async () => {
    const path = at('hollow.flv')
    writeFileSync(path, Buffer.from('FLV\x01\x05\0\0\0\x09\0\0\0\0', 'latin1'))
    ftruncateSync(openSync(path, 'r+'), 8 * 2 ** 30)
    expect(await probeVideo(path, 500)).toEqual({ kind: 'too-slow' })
  })
})

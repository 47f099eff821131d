import { describe, expect, test } from 'vitest'
import { isPicture, isPlayable, parseVideoFacts, type VideoFacts } from './video-facts.ts'

const MP4 = 'mov,mp4,m4a,3gp,3g2,mj2'
const facts = (container: string, codec: string, pixelFormat = 'yuv420p'): VideoFacts => ({
  container,
  codec,
  pixelFormat,
  framesPerS: 30,
})

describe('isPlayable', () => {
  test.each([
    ['H.264 in mp4', facts(MP4, 'h264'), true],
    ['VP8 in webm', facts('matroska,webm', 'vp8'), true],
    ['VP9 in webm', facts('matroska,webm', 'vp9'), true],
    ['H.264 in 4:4:4', facts(MP4, 'h264', 'yuv444p'), false],
    ['H.264 of 10 bits', facts(MP4, 'h264', 'yuv420p10le'), false],
    ['H.264 in mkv', facts('matroska,webm', 'h264'), false],
    ['MPEG-4 in avi', facts('avi', 'mpeg4'), false],
    ['HEVC in mp4', facts(MP4, 'hevc'), false],
    ['a gif', facts('gif', 'gif', 'bgra'), false],
  ])('%s: %o → %s', (_name, given, expected) => expect(isPlayable(given)).toBe(expected))
})

const probe = (stream: object): string =>
  JSON.stringify({ format: { format_name: 'gif' }, streams: [stream] })

describe('parseVideoFacts', () => {
  test('reads the frame rate of a fraction', () => {
    const json = probe({ codec_name: 'gif', pix_fmt: 'bgra', avg_frame_rate: '30000/1001' })
    expect(parseVideoFacts(json)?.framesPerS).toBeCloseTo(29.97)
  })

  test.each(['0/0', '1000/1'])('takes 30 per second where the file says %s', (fraction) => {
    const json = probe({ codec_name: 'gif', avg_frame_rate: fraction })
    expect(parseVideoFacts(json)?.framesPerS).toBe(30)
  })

  test("does not take a record's cover for a video", () => {
    expect(parseVideoFacts(probe({ codec_name: 'mjpeg', disposition: { attached_pic: 1 } }))).toBe(
      undefined,
    )
  })
})

test('knows a picture from a video', () => {
  expect(
    [facts('png_pipe', 'png'), facts('image2', 'mjpeg'), facts('gif', 'gif')].map(isPicture),
  ).toEqual([true, true, false])
})

import { expect, test } from 'vitest'
import { parsePixelFrame, type PixelFrame } from '../../../../contract/frames/pixel-frame.ts'
import type { TrackerPicture } from './tracker.ts'
import { createPixelReader } from './pixel-reader.ts'

const stamp = { sequence: 3, atMs: 12.5, purpose: 'follow' } as const

async function read(
  picture: TrackerPicture,
  ...parts: Parameters<ReturnType<typeof createPixelReader>['read']>[2][]
): Promise<PixelFrame> {
  const reader = createPixelReader()
  let bytes = await reader.read(picture, stamp, undefined)
  for (const part of parts) bytes = await reader.read(picture, stamp, part)
  const parsed = parsePixelFrame(bytes)
  if (parsed.kind === 'fault') throw new Error(parsed.message)
  return parsed.frame
}

/** Luma grows by one with each column and three with each row; U is the column of its square, V the row. */
function pattern(widthPx: number, heightPx: number) {
  const [halfWidth, halfHeight] = [(widthPx + 1) >> 1, (heightPx + 1) >> 1]
  const luma = Uint8Array.from(
    { length: widthPx * heightPx },
    (_, index) => (index % widthPx) + 3 * Math.floor(index / widthPx),
  )
  const u = Uint8Array.from({ length: halfWidth * halfHeight }, (_, index) => index % halfWidth)
  const v = Uint8Array.from({ length: halfWidth * halfHeight }, (_, index) =>
    Math.floor(index / halfWidth),
  )
  return { luma, u, v, halfWidth }
}
const videoFrame = (
  data: readonly Uint8Array[],
  format: VideoPixelFormat,
  codedWidth: number,
  codedHeight: number,
): VideoFrame =>
  new VideoFrame(Uint8Array.from(data.flatMap((plane) => [...plane])), {
    format,
    codedWidth,
    codedHeight,
    timestamp: 0,
  })

function i420(widthPx: number, heightPx: number): VideoFrame {
  const { luma, u, v } = pattern(widthPx, heightPx)
  return videoFrame([luma, u, v], 'I420', widthPx, heightPx)
}

test('reads a camera frame as it is', async () => {
  const frame = await read(i420(16, 12))
  const { luma, u, v } = pattern(16, 12)
  expect(frame).toMatchObject({ format: 'i420', widthPx: 16, heightPx: 12, ...stamp })
  expect(frame.view).toEqual({ leftPx: 0, topPx: 0, pictureWidthPx: 16, pictureHeightPx: 12 })
  expect(frame.planes).toEqual([luma, u, v])
})

test('reads only the part that is wanted', async () => {
  const frame = await read(i420(16, 12), { leftPx: 4, topPx: 2, widthPx: 6, heightPx: 4 })
  expect(frame.view).toEqual({ leftPx: 4, topPx: 2, pictureWidthPx: 16, pictureHeightPx: 12 })
  expect([frame.widthPx, frame.heightPx]).toEqual([6, 4])
  const [luma, u, v] = frame.planes
  expect([...luma!.subarray(0, 7)]).toEqual([10, 11, 12, 13, 14, 15, 13])
  expect([[...u!], [...v!]]).toEqual([
    [2, 3, 4, 2, 3, 4],
    [1, 1, 1, 2, 2, 2],
  ])
})

test('reads the whole picture when its size has changed since the part was asked for', async () => {
  const reader = createPixelReader()
  await reader.read(i420(16, 12), stamp, undefined)
  const part = { leftPx: 8, topPx: 8, widthPx: 4, heightPx: 4 }
  const parsed = parsePixelFrame(await reader.read(i420(10, 10), stamp, part))
  expect(parsed.kind === 'frame' && [parsed.frame.widthPx, parsed.frame.heightPx]).toEqual([10, 10])
})

test('reads NV12, which cameras of Windows and macOS give, like I420', async () => {
  const { luma, u, v } = pattern(16, 12)
  const pairs = Uint8Array.from(
    { length: 2 * u.length },
    (_, index) => (index % 2 === 0 ? u : v)[index >> 1]!,
  )
  const frame = await read(videoFrame([luma, pairs], 'NV12', 16, 12))
  expect(frame.planes).toEqual([luma, u, v])
})

test('makes a large picture smaller by a whole factor, and finds parts in it', async () => {
  const grey = (width: number, height: number) => [
    new Uint8Array(width * height).fill(100),
    new Uint8Array((width * height) / 4).fill(90),
    new Uint8Array((width * height) / 4).fill(170),
  ]
  const frame = await read(videoFrame(grey(1280, 720), 'I420', 1280, 720), {
    leftPx: 200,
    topPx: 100,
    widthPx: 64,
    heightPx: 32,
  })
  expect(frame.view).toEqual({ leftPx: 200, topPx: 100, pictureWidthPx: 640, pictureHeightPx: 360 })
  const [luma, u, v] = frame.planes
  expect([luma!.length, u!.length]).toEqual([64 * 32, 32 * 16])
  expect([new Set(luma), new Set(u), new Set(v)]).toEqual([
    new Set([100]),
    new Set([90]),
    new Set([170]),
  ])
})

test('draws what is no camera frame, with its colours', async () => {
  const canvas = new OffscreenCanvas(20, 10)
  const context = canvas.getContext('2d')!
  context.fillStyle = 'rgb(255, 0, 0)'
  context.fillRect(0, 0, 10, 10)
  context.fillStyle = 'rgb(0, 0, 255)'
  context.fillRect(10, 0, 10, 10)
  const bitmap = canvas.transferToImageBitmap()
  const frame = await read(bitmap, { leftPx: 8, topPx: 0, widthPx: 4, heightPx: 2 })
  expect(frame).toMatchObject({ format: 'rgba', widthPx: 4, heightPx: 2 })
  expect([...frame.planes[0]!.subarray(0, 16)]).toEqual([
    255, 0, 0, 255, 255, 0, 0, 255, 0, 0, 255, 255, 0, 0, 255, 255,
  ])
})

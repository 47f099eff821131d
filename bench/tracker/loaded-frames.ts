import type { FrameSource, LoadedFrames } from './commands.ts'

/** Fetches all frames of a source into memory. */
export async function loadFrames({ url, widthPx, heightPx }: FrameSource): Promise<LoadedFrames> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  const frameBytes = widthPx * heightPx + 2 * ((widthPx + 1) >> 1) * ((heightPx + 1) >> 1)
  const frames = Array.from({ length: Math.floor(bytes.length / frameBytes) }, (_, index) =>
    bytes.subarray(index * frameBytes, (index + 1) * frameBytes),
  )
  return { widthPx, heightPx, frames }
}

/** One frame as a camera gives it; from the start again after the last. */
export function cameraFrame(
  { widthPx, heightPx, frames }: LoadedFrames,
  index: number,
): VideoFrame {
  const data = frames[index % frames.length]
  if (data === undefined) throw new Error('cameraFrame: expected loaded frames')
  return new VideoFrame(data, {
    format: 'I420',
    codedWidth: widthPx,
    codedHeight: heightPx,
    timestamp: index * 33_333,
  })
}

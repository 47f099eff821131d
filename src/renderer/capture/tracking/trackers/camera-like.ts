/** A picture as cameras give it, so that trackers are timed on what they will get: an I420 frame. */
export function cameraLike(picture: ImageBitmap): VideoFrame {
  const { width, height } = picture
  const context = new OffscreenCanvas(width, height).getContext('2d')
  if (!context) throw new Error('cameraLike: there is no 2D canvas')
  context.drawImage(picture, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  return new VideoFrame(i420FromRgba(data, width, height), {
    format: 'I420',
    codedWidth: width,
    codedHeight: height,
    timestamp: 0,
  })
}

/** BT.601, limited range; chroma from every second pixel of every second row. */
export function i420FromRgba(
  rgba: ArrayLike<number>,
  widthPx: number,
  heightPx: number,
): Uint8Array<ArrayBuffer> {
  const halfWidth = (widthPx + 1) >> 1
  const halfHeight = (heightPx + 1) >> 1
  const lumaBytes = widthPx * heightPx
  const i420 = new Uint8Array(lumaBytes + 2 * halfWidth * halfHeight)
  for (let index = 0; index < lumaBytes; index++) {
    const [r, g, b] = colourAt(rgba, index)
    i420[index] = Math.round(16 + 0.257 * r + 0.504 * g + 0.098 * b)
  }
  for (let row = 0; row < halfHeight; row++) {
    for (let column = 0; column < halfWidth; column++) {
      const [r, g, b] = colourAt(rgba, 2 * row * widthPx + 2 * column)
      const out = lumaBytes + row * halfWidth + column
      i420[out] = Math.round(128 - 0.148 * r - 0.291 * g + 0.439 * b)
      i420[out + halfWidth * halfHeight] = Math.round(128 + 0.439 * r - 0.368 * g - 0.071 * b)
    }
  }
  return i420
}

const colourAt = (rgba: ArrayLike<number>, index: number): readonly [number, number, number] => [
  rgba[4 * index] ?? 0,
  rgba[4 * index + 1] ?? 0,
  rgba[4 * index + 2] ?? 0,
]

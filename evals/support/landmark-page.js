import { FilesetResolver, HandLandmarker } from '/vision/vision_bundle.mjs'

// Six digits: a tenth of a micrometre in world space, a thousandth of a pixel in the picture.
const round = (value) => Math.round(value * 1e6) / 1e6
const points = (list) => list.map(({ x, y, z }) => ({ x: round(x), y: round(y), z: round(z) }))

async function openTracker(model, runningMode) {
  const fileset = await FilesetResolver.forVisionTasks('/vision/wasm')
  return HandLandmarker.createFromOptions(fileset, {
    baseOptions: { modelAssetPath: `/models/${model}`, delegate: 'CPU' },
    runningMode,
    numHands: 2,
  })
}

function plain(found, picture) {
  return {
    widthPx: picture.width,
    heightPx: picture.height,
    hands: found.landmarks.map((landmarks, index) => ({
      handedness: found.handedness[index][0].categoryName,
      score: round(found.handedness[index][0].score),
      landmarks: points(landmarks),
      world: points(found.worldLandmarks[index]),
    })),
  }
}

/** The picture on a black ground that adds `padRatio` of its size on every side. */
function draw(bitmap, { padRatio, mirrored }) {
  const padX = Math.round(bitmap.width * padRatio)
  const padY = Math.round(bitmap.height * padRatio)
  const canvas = new OffscreenCanvas(bitmap.width + 2 * padX, bitmap.height + 2 * padY)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context.fillRect(0, 0, canvas.width, canvas.height)
  if (mirrored) {
    context.translate(canvas.width, 0)
    context.scale(-1, 1)
  }
  context.drawImage(bitmap, padX, padY)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

let imageTracker

/** One result for each address, in their order; null for a picture that cannot be decoded. */
window.landmarksOfImages = async (urls, { model, padRatio, mirrored }) => {
  imageTracker ??= await openTracker(model, 'IMAGE')
  const results = []
  for (const url of urls) {
    const blob = await (await fetch(url)).blob()
    const bitmap = await createImageBitmap(blob).catch(() => null)
    if (bitmap === null) results.push(null)
    else {
      const picture = draw(bitmap, { padRatio, mirrored })
      results.push(plain(imageTracker.detect(picture), picture))
    }
  }
  return results
}

/** Reads raw RGBA frames of one size until the stream ends. */
window.landmarksOfFrames = async (url, { model, widthPx, heightPx, fps }) => {
  const tracker = await openTracker(model, 'VIDEO')
  const results = []
  for await (const pixels of framesOf(url, widthPx * heightPx * 4)) {
    const atMs = round((results.length * 1000) / fps)
    const picture = new ImageData(pixels, widthPx, heightPx)
    results.push({ atMs, ...plain(tracker.detectForVideo(picture, atMs), picture) })
  }
  tracker.close()
  return results
}

async function* framesOf(url, frameBytes) {
  let frame = new Uint8ClampedArray(frameBytes)
  let filled = 0
  for await (const chunk of (await fetch(url)).body) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + frameBytes - filled)
      frame.set(part, filled)
      filled += part.length
      at += part.length
      if (filled === frameBytes) {
        yield frame
        frame = new Uint8ClampedArray(frameBytes)
        filled = 0
      }
    }
  }
}

window.isReady = true

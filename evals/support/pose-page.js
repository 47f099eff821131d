import { FilesetResolver, PoseLandmarker } from '/vision/vision_bundle.mjs'

const round = (value) => Math.round(value * 1e6) / 1e6
const point = ({ x, y, z, visibility }) => ({
  x: round(x),
  y: round(y),
  z: round(z),
  visibility: round(visibility),
})

/**
 * tasks-vision (CPU) on raw RGBA frames of one size: what it finds of one person, and how long it took. VIDEO mode at `fps`,
 * IMAGE mode without.
 */
window.bodiesOfVideo = async ([url], { model, widthPx, heightPx, fps }) => {
  const fileset = await FilesetResolver.forVisionTasks('/vision/wasm')
  const tracker = await PoseLandmarker.createFromOptions(fileset, {
    baseOptions: { modelAssetPath: `/models/${model}`, delegate: 'CPU' },
    runningMode: fps === undefined ? 'IMAGE' : 'VIDEO',
    numPoses: 1,
  })
  const bytes = new Uint8ClampedArray(await (await fetch(url)).arrayBuffer())
  const frameBytes = widthPx * heightPx * 4
  const results = []
  for (let at = 0; at + frameBytes <= bytes.length; at += frameBytes) {
    const image = new ImageData(bytes.subarray(at, at + frameBytes), widthPx, heightPx)
    // Made beforehand and not counted: it is what tasks-vision is quickest with.
    const picture = await createImageBitmap(image)
    const beganMs = performance.now()
    const found =
      fps === undefined
        ? tracker.detect(picture)
        : tracker.detectForVideo(picture, ((results.length + 1) * 1000) / fps)
    const tookMs = performance.now() - beganMs
    picture.close()
    results.push({
      tookMs,
      landmarks: found.landmarks[0]?.map(point) ?? [],
      world: found.worldLandmarks[0]?.map(point) ?? [],
    })
  }
  tracker.close()
  return results
}

window.isReady = true

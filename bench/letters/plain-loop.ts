import { chromium } from 'playwright'
import { startLandmarkServer } from '../../evals/support/landmark-server.ts'

/**
 * What a short script does: takes a picture, decodes it, runs tasks-vision on it, and only then takes the next. No socket,
 * and no network after it: both are left to its credit. Answers ms per picture.
 */
export async function timePlainLoop(pictures: readonly Buffer[], count: number): Promise<number[]> {
  const executablePath = process.env['BECKON_CHROMIUM'] ?? '/usr/bin/chromium'
  const server = await startLandmarkServer()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.goto(`${server.url}/page/landmark-page.html`)
    return await page.evaluate(
      async ({ jpegs, wanted }) => {
        const bundle = '/vision/vision_bundle.mjs'
        const { FilesetResolver, HandLandmarker } = await import(bundle)
        const tracker = await HandLandmarker.createFromOptions(
          await FilesetResolver.forVisionTasks('/vision/wasm'),
          {
            baseOptions: { modelAssetPath: '/models/hand_landmarker_full.task', delegate: 'CPU' },
            runningMode: 'VIDEO',
            numHands: 2,
          },
        )
        const tookMs: number[] = []
        for (let at = 0; at < wanted; at++) {
          const beganMs = performance.now()
          const bytes = Uint8Array.from(atob(jpegs[at % jpegs.length] ?? ''), (one) =>
            one.charCodeAt(0),
          )
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }))
          tracker.detectForVideo(bitmap, beganMs)
          tookMs.push(performance.now() - beganMs)
        }
        return tookMs
      },
      { jpegs: pictures.map((picture) => picture.toString('base64')), wanted: count },
    )
  } finally {
    await browser.close()
    await server.close()
  }
}

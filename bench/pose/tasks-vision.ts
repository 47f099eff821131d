import { chromium } from 'playwright'
import { startLandmarkServer } from '../../evals/support/landmark-server.ts'

/** tasks-vision (CPU, full models) in a headless browser of its own. */
export interface TasksVision {
  /** Milliseconds for each tracked frame, from a ready ImageBitmap: what it is quickest with. */
  poseRound(count: number): Promise<readonly number[]>
  /**
   * What a plain script behind a web server does: takes the newest frame of a 30 fps camera, decodes it, finds the pose and
   * two hands, and only then takes the next. Milliseconds from each frame's capture to its result; no network is counted.
   */
  plainLoop(seconds: number): Promise<readonly number[]>
  close(): Promise<void>
}

export async function openTasksVision(jpegs: readonly Buffer[]): Promise<TasksVision> {
  const executablePath = process.env['BECKON_CHROMIUM'] ?? '/usr/bin/chromium'
  const server = await startLandmarkServer()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.goto(`${server.url}/page/pose-page.html`)
  await page.evaluate(
    async (pictures) => {
      const bundle = '/vision/vision_bundle.mjs'
      const { FilesetResolver, HandLandmarker, PoseLandmarker } = await import(bundle)
      const fileset = await FilesetResolver.forVisionTasks('/vision/wasm')
      const options = (model: string, more: object) => ({
        baseOptions: { modelAssetPath: `/models/${model}`, delegate: 'CPU' },
        runningMode: 'VIDEO',
        ...more,
      })
      const pose = await PoseLandmarker.createFromOptions(
        fileset,
        options('pose_landmarker_full.task', { numPoses: 1 }),
      )
      const hands = await HandLandmarker.createFromOptions(
        fileset,
        options('hand_landmarker_full.task', { numHands: 2 }),
      )
      const blobs = pictures.map(
        (base64) =>
          new Blob([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], {
            type: 'image/jpeg',
          }),
      )
      let stampMs = 0
      const poseRound = async (count: number): Promise<number[]> => {
        const tookMs: number[] = []
        for (let index = 0; index < count; index++) {
          const bitmap = await createImageBitmap(blobs[index % blobs.length] ?? new Blob())
          const beganMs = performance.now()
          pose.detectForVideo(bitmap, (stampMs += 33))
          if (index > 0) tookMs.push(performance.now() - beganMs)
          bitmap.close()
        }
        return tookMs
      }
      const plainLoop = async (seconds: number): Promise<number[]> => {
        const latencyMs: number[] = []
        const startMs = performance.now()
        for (
          let last = -1, now = startMs;
          now - startMs < seconds * 1000;
          now = performance.now()
        ) {
          const frame = Math.floor((now - startMs) / (1000 / 30))
          if (frame === last) {
            await new Promise((resolve) => setTimeout(resolve, 1))
            continue
          }
          last = frame
          const bitmap = await createImageBitmap(blobs[frame % blobs.length] ?? new Blob())
          stampMs += 33
          pose.detectForVideo(bitmap, stampMs)
          hands.detectForVideo(bitmap, stampMs)
          bitmap.close()
          latencyMs.push(performance.now() - (startMs + (frame * 1000) / 30))
        }
        return latencyMs
      }
      Object.assign(window, { poseRound, plainLoop })
    },
    jpegs.map((jpeg) => jpeg.toString('base64')),
  )
  return {
    poseRound: (count) => page.evaluate(`poseRound(${count})`),
    plainLoop: (seconds) => page.evaluate(`plainLoop(${seconds})`),
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

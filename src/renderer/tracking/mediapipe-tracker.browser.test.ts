import { afterEach, expect, test } from 'vitest'
import type { TrackerOrder, TrackerStatus } from '../../contract/status.ts'
import { openDemoScene } from '../camera/demo/demo-scene.ts'
import { poseLibrary } from '../camera/demo/pose-library.ts'
import type { GpulessQuestion } from '../testing/gpuless-tracker-worker.ts'
import type { SeenHand } from './hand-tracker.ts'

const order: TrackerOrder = {
  name: 'mediapipe',
  delegate: 'gpu',
  model: { kind: 'found', url: '/models/hand_landmarker_full.task' },
}
const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close()
})

/** Opens the tracker in a worker, on a machine whose GPU refuses, and shows it one picture. */
function withoutGpu(question: Partial<GpulessQuestion>): Promise<{
  status: TrackerStatus
  tried: string[]
  hands: SeenHand[]
}> {
  // In one expression: only so does the bundler see that it is a worker.
  const worker = new Worker(new URL('../testing/gpuless-tracker-worker.ts', import.meta.url), {
    type: 'module',
  })
  closers.push(() => {
    worker.terminate()
  })
  const asked: GpulessQuestion = {
    order,
    wasmUrl: new URL('/wasm', location.href).href,
    picture: undefined,
    ...question,
  }
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => {
      resolve(data)
    }
    worker.postMessage(asked)
  })
}

async function rightHand(): Promise<ImageBitmap> {
  const canvas = document.createElement('canvas')
  const scene = await openDemoScene(canvas)
  closers.push(scene.close)
  scene.draw({ handedness: 'right', pose: poseLibrary['open-palm'], x: 0.6, y: 0.5 })
  return createImageBitmap(canvas)
}

test('falls back to the CPU when the GPU refuses, and finds the hand', async () => {
  const { status, tried, hands } = await withoutGpu({ picture: await rightHand() })
  expect(status).toEqual({ kind: 'ready', name: 'mediapipe', delegate: 'cpu' })
  expect(tried).toEqual(['gpu', 'cpu'])
  // An unmirrored picture: the user's right hand is named right, and is left of the picture's middle.
  expect(hands.map(({ handedness }) => handedness)).toEqual(['right'])
  expect(hands[0]?.landmarks[9]?.x).toBeCloseTo(0.4, 1)
  expect([hands[0]?.landmarks.length, hands[0]?.world.length]).toEqual([21, 21])
})

test('says that tracking cannot start when its program is missing', async () => {
  const { status } = await withoutGpu({ wasmUrl: new URL('/nowhere', location.href).href })
  expect(status).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('could not start'),
  })
})

test('names a damaged model and the command that rebuilds it', async () => {
  const url = URL.createObjectURL(new Blob(['this is no model']))
  const { status } = await withoutGpu({ order: { ...order, model: { kind: 'found', url } } })
  expect(status).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('is damaged'),
    fix: 'npm run models',
  })
})

test('passes on why the host found no model', async () => {
  const model = { kind: 'broken', message: 'It is truncated.', fix: 'npm run models' } as const
  const { status } = await withoutGpu({ order: { ...order, model } })
  expect(status).toEqual({
    kind: 'failed',
    name: 'mediapipe',
    message: 'It is truncated.',
    fix: 'npm run models',
  })
})

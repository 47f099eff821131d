import { afterEach, expect, test } from 'vitest'
import { say } from '../../../../contract/words/say.ts'
import type { TrackerCommand, TrackerStatus } from '../../../../contract/channels/status.ts'
import { toType as commandLine } from '../../../../core/sentence/sentence.ts'
import { openDemoScene } from '../../camera/demo/demo-scene.ts'
import { poseLibrary } from '../../camera/demo/pose-library.ts'
import type { DetectedFrame } from './messages.ts'
import { openTracking, type Tracking } from './tracking.ts'

const command: TrackerCommand = {
  name: 'mediapipe',
  delegate: 'auto',
  model: { kind: 'found', url: '/models/hand_landmarker_full.task' },
}
const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close()
})

/** Everything that tracking says, and a way to wait for it. */
function listen(): {
  tracking: Tracking
  statuses: TrackerStatus[]
  nextFrame: () => Promise<DetectedFrame>
  nextStatus: (kind: TrackerStatus['kind']) => Promise<TrackerStatus>
} {
  const statuses: TrackerStatus[] = []
  let onFrame: (frame: DetectedFrame) => void = () => undefined
  let onStatus: (status: TrackerStatus) => void = () => undefined
  const tracking = openTracking({
    onFrame: (frame) => {
      onFrame(frame)
    },
    onStatus: (status) => {
      statuses.push(status)
      onStatus(status)
    },
    onTimings: () => undefined,
    onMetrics: () => undefined,
    onBodies: () => undefined,
    onBodyStatus: () => undefined,
    onBodyTimings: () => undefined,
    onPictureStatistics: () => undefined,
    onPulse: () => undefined,
  })
  closers.push(tracking.close)
  return {
    tracking,
    statuses,
    nextFrame: () => new Promise((resolve) => (onFrame = resolve)),
    nextStatus: (kind) =>
      new Promise((resolve) => {
        onStatus = (status) => {
          if (status.kind === kind) resolve(status)
        }
      }),
  }
}

/** The user's right hand, high on their right, as an unmirrored camera shows it; redrawn so that frames keep coming. */
async function handCamera(isMirrored: boolean): Promise<MediaStreamTrack> {
  const scenery = document.createElement('canvas')
  const scene = await openDemoScene(scenery)
  const canvas = document.createElement('canvas')
  canvas.width = scenery.width
  canvas.height = scenery.height
  const context = canvas.getContext('2d')!
  if (isMirrored) {
    context.translate(canvas.width, 0)
    context.scale(-1, 1)
  }
  const timer = setInterval(() => {
    scene.draw({ handedness: 'right', pose: poseLibrary['open-palm'], x: 0.7, y: 0.4 })
    context.drawImage(scenery, 0, 0)
  }, 50)
  closers.push(() => {
    clearInterval(timer)
    scene.close()
  })
  return canvas.captureStream().getVideoTracks()[0]!
}

for (const isSourceMirrored of [false, true]) {
  const source = isSourceMirrored ? 'a mirrored' : 'an unmirrored'
  test(`sees the user's right hand on their right through ${source} source`, async () => {
    const { tracking, nextFrame, nextStatus } = listen()
    tracking.setMirrored(isSourceMirrored)
    const ready = nextStatus('ready')
    tracking.command(command)
    await ready
    tracking.read(await handCamera(isSourceMirrored))
    let frame = await nextFrame()
    while (frame.hands.length === 0) frame = await nextFrame()

    const [hand] = frame.hands
    expect(hand?.handedness).toBe('right')
    expect(hand?.score).toBeGreaterThan(0.8)
    const palm = [0, 5, 17].map((joint) => hand!.landmarks[joint]!)
    expect(palm.reduce((sum, { x }) => sum + x / 3, 0)).toBeCloseTo(0.7, 1)
    expect(palm.reduce((sum, { y }) => sum + y / 3, 0)).toBeCloseTo(0.4, 1)
    // The thumb of a raised right hand points to the user's left, in the picture and in metres.
    expect(hand!.landmarks[4]!.x).toBeLessThan(hand!.landmarks[17]!.x)
    expect(hand!.world[4]!.x).toBeLessThan(hand!.world[17]!.x)
  })
}

test('gives frames increasing numbers and times', async () => {
  const { tracking, nextFrame, nextStatus } = listen()
  const ready = nextStatus('ready')
  tracking.command(command)
  await ready
  tracking.read(await handCamera(false))
  const frames = [await nextFrame(), await nextFrame(), await nextFrame()]
  expect(frames.map(({ sequence }) => sequence)).toEqual([0, 1, 2])
  expect(frames[0]!.atMs).toBe(0)
  expect(frames[1]!.atMs).toBeGreaterThan(0)
  expect(frames[2]!.atMs).toBeGreaterThan(frames[1]!.atMs)
  expect(frames[0]!.aspectRatio).toBeCloseTo(4 / 3)
})

test('takes the CPU where graphics are software', async () => {
  const { tracking, nextStatus } = listen()
  const ready = nextStatus('ready')
  tracking.command(command)
  expect(await ready).toEqual({ kind: 'ready', name: 'mediapipe', delegate: 'cpu' })
})

test('can be opened again and again in one worker', async () => {
  const { tracking, nextStatus } = listen()
  for (let opening = 0; opening < 3; opening++) {
    const ready = nextStatus('ready')
    tracking.command(command)
    expect(await ready).toMatchObject({ kind: 'ready' })
  }
})

test('says what is wrong with a missing model, and works again with the next order', async () => {
  const { tracking, statuses, nextStatus } = listen()
  const failed = nextStatus('failed')
  tracking.command({ ...command, model: { kind: 'found', url: '/models/no_such.task' } })
  expect(await failed).toEqual({
    kind: 'failed',
    name: 'mediapipe',
    message: say('The {} model {} {}.', say('hand'), 'no_such.task', say('is missing')),
    fix: commandLine('npm run models'),
  })
  const ready = nextStatus('ready')
  tracking.command(command)
  await ready
  expect(statuses.map(({ kind }) => kind)).toEqual(['loading', 'failed', 'loading', 'ready'])
})

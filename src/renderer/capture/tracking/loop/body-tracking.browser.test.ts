import { afterEach, expect, test } from 'vitest'
import { say } from '../../../../contract/words/say.ts'
import type {
  TrackerCommand,
  TrackerStatus,
  TrackerTiming,
} from '../../../../contract/channels/status.ts'
import { BODY_LANDMARKS } from '../../../../core/body/body.ts'
import { facing } from '../../../../core/body/joint-angles.ts'
import { toType as commandLine } from '../../../../core/sentence/sentence.ts'
import { personPicture } from '../../camera/demo/person-picture.ts'
import type { DetectedBodies } from './messages.ts'
import { openTracking, type Tracking } from './tracking.ts'

const command: TrackerCommand = {
  name: 'mediapipe',
  delegate: 'auto',
  model: { kind: 'found', url: '/models/pose_landmarker_full.task' },
}
const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close()
})

/** Tracking of bodies, and the first of what it says that fits. */
function listen() {
  const waiting = new Set<(said: Said) => void>()
  const hear = (said: Said): void => {
    for (const one of [...waiting]) one(said)
  }
  const tracking = openTracking({
    onFrame: () => undefined,
    onStatus: () => undefined,
    onTimings: () => undefined,
    onMetrics: () => undefined,
    onPictureStatistics: () => undefined,
    onPulse: () => undefined,
    onBodies: (frame) => {
      hear({ frame })
    },
    onBodyStatus: (status) => {
      hear({ status })
    },
    onBodyTimings: (timings) => {
      hear({ timings })
    },
  })
  closers.push(tracking.close)
  const next = <Found>(find: (said: Said) => Found | undefined): Promise<Found> =>
    new Promise((resolve) => {
      const look = (said: Said): void => {
        const found = find(said)
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
    })
  return { tracking, next }
}
interface Said {
  readonly frame?: DetectedBodies
  readonly status?: TrackerStatus
  readonly timings?: readonly TrackerTiming[]
}
const somebody = ({ frame }: Said) => (frame?.bodies.length ? frame : undefined)

async function open(tracking: Tracking, next: ReturnType<typeof listen>['next']): Promise<void> {
  const ready = next(({ status }) => (status?.kind === 'ready' ? status : undefined))
  tracking.bodies.command(command)
  await ready
}

/** Somebody drawn, in the right half of an unmirrored camera's picture or in its mirror image. */
async function personCamera(isMirrored: boolean): Promise<MediaStreamTrack> {
  const picture = await personPicture()
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('There is no 2D canvas')
  if (isMirrored) context.setTransform(-1, 0, 0, 1, canvas.width, 0)
  const draw = (): void => {
    context.fillStyle = '#a5a6a4'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(picture, 100, 0)
  }
  const timer = setInterval(draw, 50)
  closers.push(() => {
    clearInterval(timer)
  })
  const [track] = canvas.captureStream().getVideoTracks()
  if (!track) throw new Error('The canvas gives no track')
  return track
}

for (const isSourceMirrored of [false, true]) {
  const source = isSourceMirrored ? 'a mirrored' : 'an unmirrored'
  test(`finds a body through ${source} source, as an unmirrored one shows it`, async () => {
    const { tracking, next } = listen()
    tracking.setMirrored(isSourceMirrored)
    await open(tracking, next)
    tracking.read(await personCamera(isSourceMirrored))
    const { bodies, aspectRatio } = await next(somebody)
    const [body] = bodies
    if (!body) throw new Error('nobody')
    expect(aspectRatio).toBeCloseTo(4 / 3)
    const xOf = (name: keyof typeof BODY_LANDMARKS): number =>
      body.landmarks[BODY_LANDMARKS[name]]?.x ?? Number.NaN
    // Drawn 100 px right of the middle; who faces the camera has their left on its right.
    expect((xOf('leftHip') + xOf('rightHip')) / 2).toBeCloseTo(0.5 + 100 / 640, 1)
    expect(xOf('leftShoulder')).toBeGreaterThan(xOf('rightShoulder'))
    expect(Math.abs(facing(body).yawDeg)).toBeLessThan(45)
    expect([body.visibility.length, body.inPicture.length]).toEqual([33, 33])
  })
}

test('keeps to the pace, and to one clock with the hands', async () => {
  const { tracking, next } = listen()
  tracking.bodies.setPace(4)
  await open(tracking, next)
  tracking.read(await personCamera(false))
  const frames: DetectedBodies[] = []
  while (frames.length < 4) frames.push(await next(({ frame }) => frame))
  const apart = frames.slice(1).map(({ atMs }, index) => atMs - (frames[index]?.atMs ?? 0))
  // Four a second, and half a camera's frame early at most.
  for (const ms of apart) expect(ms).toBeGreaterThan(1000 / 4 - 34)
  expect(frames.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3])
})

test('is gone without an order, and comes back with the next', async () => {
  const { tracking, next } = listen()
  await open(tracking, next)
  tracking.bodies.command(undefined)
  await open(tracking, next)
  tracking.read(await personCamera(false))
  expect((await next(somebody)).bodies).toHaveLength(1)
})

test('times a tracker on a picture of somebody; one that is not there has no time', async () => {
  const { tracking, next } = listen()
  const timings = next((said) => said.timings)
  tracking.bodies.measure([{ ...command, name: 'native' }, command], await personPicture())
  expect(await timings).toEqual([
    { name: 'native' },
    { name: 'mediapipe', medianMs: expect.any(Number) },
  ])
})

test('names a missing model and the command that builds it', async () => {
  const { tracking, next } = listen()
  const failed = next(({ status }) => (status?.kind === 'failed' ? status : undefined))
  tracking.bodies.command({ ...command, model: { kind: 'found', url: '/models/no_such.task' } })
  expect(await failed).toMatchObject({
    message: say('The {} model {} {}.', say('body'), 'no_such.task', say('is missing')),
    fix: commandLine('npm run models'),
  })
})

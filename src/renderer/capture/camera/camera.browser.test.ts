import { afterEach, expect, test, vi } from 'vitest'
import type { CameraCommand, CameraStatus } from '../../../contract/channels/status.ts'
import { inEnglish } from '../../../core/sentence/sentence.ts'
import { openTracking } from '../tracking/loop/tracking.ts'
import { Camera } from './camera.ts'
import type { OpenCamera } from './open-camera.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close()
  vi.restoreAllMocks()
})

const device: CameraCommand = { open: true, source: { kind: 'device' }, isSourceMirrored: false }

/** The real camera room on Chromium's fake webcam, with the pump worker that looks at its pictures. */
function stage() {
  const statuses: CameraStatus[] = []
  let open: OpenCamera | undefined
  let labels: readonly string[] = []
  const waiting = new Set<() => void>()
  const camera = new Camera({
    onStatus: (status) => {
      statuses.push(status)
      for (const check of [...waiting]) check()
    },
    onLabels: (found) => (labels = found),
    onCamera: (opened) => {
      open = opened
      tracking.read(opened?.track)
    },
    onHint: () => undefined,
    whenTrackerIsUp: () => Promise.resolve(),
  })
  const tracking = openTracking({
    onFrame: () => undefined,
    onStatus: () => undefined,
    onTimings: () => undefined,
    onMetrics: () => undefined,
    onBodies: () => undefined,
    onBodyStatus: () => undefined,
    onBodyTimings: () => undefined,
    onPictureStatistics: (look) => {
      camera.addPictureStatistics(look)
    },
    onPulse: (pictures) => {
      camera.countPictures(pictures)
    },
  })
  closers.push(() => {
    camera.close()
    tracking.close()
  })
  return {
    camera,
    statuses,
    open: () => open,
    labels: () => labels,
    /** Resolves when the newest status is of this kind. */
    until: (kind: CameraStatus['kind']) =>
      new Promise<CameraStatus>((resolve) => {
        const check = (): void => {
          const status = statuses.at(-1)
          if (status?.kind !== kind) return
          waiting.delete(check)
          resolve(status)
        }
        waiting.add(check)
        check()
      }),
  }
}

const saidBy = (status: CameraStatus): string =>
  'message' in status ? inEnglish(status.message) : ''

test('opens the webcam, tells the names of all cameras and lets the device go when paused', async () => {
  const { camera, until, open, labels } = stage()
  camera.command(device)
  const live = await until('live')
  expect(live).toMatchObject({
    label: expect.stringContaining('fake'),
    widthPx: 640,
    heightPx: 480,
  })
  await vi.waitFor(() => expect(labels()).toContain(open()?.label))

  const track = open()?.track
  expect(track?.readyState).toBe('live')
  camera.command({ ...device, open: false })
  await until('closed')
  expect(track?.readyState).toBe('ended')
  expect(open()).toBeUndefined()
})

test('finds a camera by part of its name', async () => {
  const { camera, until } = stage()
  camera.command({ ...device, source: { kind: 'device', label: 'FAKE' } })
  expect(await until('live')).toMatchObject({ label: expect.stringContaining('fake_device') })
})

test('says which camera is missing', async () => {
  const { camera, until } = stage()
  camera.command({ ...device, source: { kind: 'device', label: 'Brio' } })
  expect(await until('missing')).toMatchObject({
    message: 'The camera “Brio” is not connected. Plug it in: it is used at once.',
  })
})

test.each([
  ['NotAllowedError', 'denied'],
  ['NotReadableError', 'busy'],
  ['NotFoundError', 'missing'],
] as const)('says in words that %s means %s, and recovers by itself', async (name, kind) => {
  const { camera, until } = stage()
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValueOnce(new DOMException('', name))
  camera.command(device)
  await until(kind)
  await until('live')
})

test('is missing when the device goes away, and live again when it is back', async () => {
  const { camera, until, open } = stage()
  camera.command(device)
  await until('live')
  // What the browser does when the plug is pulled; a fake device has none to pull.
  const track = open()?.track
  track?.stop()
  track?.dispatchEvent(new Event('ended'))
  await until('missing')
  navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
  await until('live')
})

test('is frozen within three seconds when pictures stop coming', async () => {
  const { camera, until, open } = stage()
  camera.command(device)
  await until('live')
  const stoppedMs = performance.now()
  open()?.track.stop()
  expect(saidBy(await until('frozen'))).toContain('stopped')
  expect(performance.now() - stoppedMs).toBeLessThan(3000)
  await until('live')
}, 20_000)

test('plays a script of the demo hand once', async () => {
  const { camera, until } = stage()
  camera.command({ ...device, source: { kind: 'demo', script: 'swipe', loop: false } })
  expect(await until('live')).toMatchObject({ label: 'Demo hand' })
  await until('ended')
}, 30_000)

test('names the scripts when there is none of that name', async () => {
  const { camera, until } = stage()
  camera.command({ ...device, source: { kind: 'demo', script: 'juggle', loop: true } })
  expect(saidBy(await until('unreadable'))).toContain('tour, circle')
})

/** A second of video, recorded here and now; dark or bright. */
async function recordedVideo(colour: string, forMs: number): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = 320
  canvas.height = 240
  const context = canvas.getContext('2d')!
  const paint = setInterval(() => {
    context.fillStyle = colour
    context.fillRect(0, 0, 320, 240)
  }, 40)
  const recorder = new MediaRecorder(canvas.captureStream(25), {
    mimeType: 'video/webm;codecs=vp8',
  })
  const chunks: Blob[] = []
  recorder.ondataavailable = ({ data }) => chunks.push(data)
  const stopped = new Promise((resolve) => (recorder.onstop = resolve))
  recorder.start()
  setTimeout(() => {
    recorder.stop()
  }, forMs)
  await stopped
  clearInterval(paint)
  return URL.createObjectURL(new Blob(chunks, { type: 'video/webm' }))
}

test('plays a video once, from live to ended', async () => {
  const { camera, until, statuses } = stage()
  const url = await recordedVideo('#88aa99', 1500)
  camera.command({ ...device, source: { kind: 'file', url, label: 'wave.webm' } })
  await until('ended')
  expect(statuses.map(({ kind }) => kind)).toEqual(['opening', 'live', 'ended'])
}, 20_000)

test('says that a black picture is black', async () => {
  const { camera, until } = stage()
  const url = await recordedVideo('#000', 4000)
  camera.command({ ...device, source: { kind: 'file', url, label: 'night.webm' } })
  expect(saidBy(await until('black'))).toContain('black')
}, 20_000)

test('says that a file is no video', async () => {
  const { camera, until } = stage()
  const url = URL.createObjectURL(new Blob(['not a video'], { type: 'video/mp4' }))
  camera.command({ ...device, source: { kind: 'file', url, label: 'notes.txt' } })
  expect(await until('unreadable')).toMatchObject({
    message: 'The video “notes.txt” cannot be played.',
  })
})

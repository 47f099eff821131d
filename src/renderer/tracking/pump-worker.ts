import { createFrameClock } from './frame-clock.ts'
import { createLatestPicture } from './latest-picture.ts'
import type { PumpOrder, PumpReport, TimedPicture } from './messages.ts'
import { createPictureLook, pictureSize } from './picture-look.ts'

/**
 * Reads the camera in a thread of its own: it never waits for the tracker, so it sees every frame, counts what is
 * dropped, and goes on while the window is hidden or the tracker is being restarted.
 */
const LOOK_EVERY_MS = 500
const PULSE_EVERY_MS = 500
/** The models look at 192 to 224 pixels; a larger picture only costs. */
const LONGEST_SIDE_PX = 640

type Closable = TimedPicture & { close(): void }

let tracker: MessagePort | undefined
let reader: ReadableStreamDefaultReader<VideoFrame> | undefined
let sequence = 0
let cameraFrames = 0
let lookedAtMs = -Infinity

const clock = createFrameClock()
const lookAt = createPictureLook()
const report = (message: PumpReport): void => {
  postMessage(message)
}

const latest = createLatestPicture<Closable>((timed) => {
  void give(timed)
})

async function give({ picture, atMs, capturedAtMs }: Closable): Promise<void> {
  const fitting = await scaledDown(picture)
  const timed: TimedPicture = { picture: fitting, sequence, atMs, capturedAtMs }
  sequence += 1
  if (tracker) tracker.postMessage(timed, [fitting])
  else fitting.close()
}

async function scaledDown(picture: VideoFrame | ImageBitmap): Promise<VideoFrame | ImageBitmap> {
  const { widthPx, heightPx } = pictureSize(picture)
  const scale = LONGEST_SIDE_PX / Math.max(widthPx, heightPx)
  if (scale >= 1) return picture
  const small = await createImageBitmap(picture, {
    resizeWidth: Math.round(widthPx * scale),
    resizeHeight: Math.round(heightPx * scale),
    resizeQuality: 'low',
  })
  picture.close()
  return small
}

function take(picture: VideoFrame | ImageBitmap, timestampUs: number): void {
  const nowMs = performance.now()
  cameraFrames += 1
  if (nowMs - lookedAtMs >= LOOK_EVERY_MS) {
    lookedAtMs = nowMs
    report({ kind: 'look', look: lookAt(picture) })
  }
  const atMs = clock.stamp(timestampUs, nowMs)
  const timed = {
    picture,
    sequence: 0,
    atMs: atMs ?? 0,
    capturedAtMs: performance.timeOrigin + nowMs,
    close: () => {
      picture.close()
    },
  }
  if (atMs === undefined) latest.drop(timed)
  else latest.offer(timed)
}

async function readAll(frames: ReadableStream<VideoFrame>): Promise<void> {
  const mine = frames.getReader()
  reader = mine
  for (;;) {
    const { done, value } = await mine.read()
    if (done || reader !== mine) {
      value?.close()
      break
    }
    take(value, value.timestamp)
  }
}

function stopReading(): void {
  void reader?.cancel().catch(() => undefined)
  reader = undefined
  lookedAtMs = -Infinity
  clock.restart()
}

onmessage = ({ data: order }: MessageEvent<PumpOrder>) => {
  switch (order.kind) {
    case 'tracker':
      latest.reset()
      tracker = order.port
      // The tracker asks for each picture by an empty message.
      tracker.onmessage = latest.askNext
      return
    case 'source':
      stopReading()
      // A track that ends breaks the stream; the camera's owner hears of it from the track itself.
      void readAll(order.frames).catch(() => undefined)
      return
    case 'picture':
      take(order.picture, order.timestampUs)
      return
    case 'no-source':
      stopReading()
  }
}

setInterval(() => {
  report({ kind: 'pulse', cameraFrames, droppedFrames: latest.takeDropped() })
  cameraFrames = 0
}, PULSE_EVERY_MS)

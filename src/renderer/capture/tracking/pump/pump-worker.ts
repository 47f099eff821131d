import { inBackground } from '../../../../contract/boundary/faults.ts'
import { createFrameClock } from './frame-clock.ts'
import { createLatestPicture } from './latest-picture.ts'
import type { PumpCommand, PumpReport, TimedPicture } from '../loop/messages.ts'
import { createPictureStatistics } from './picture-statistics.ts'

/**
 * Reads the camera in a thread of its own: it never waits for the tracker, so it sees every frame, counts what is
 * dropped, and goes on while the window is hidden or the tracker is being restarted.
 */
const LOOK_EVERY_MS = 500
const PULSE_EVERY_MS = 500

type Closable = TimedPicture & { close(): void }

let tracker: MessagePort | undefined
let bodyTracker: MessagePort | undefined
let isBodyWanted = false
let reader: ReadableStreamDefaultReader<VideoFrame> | undefined
let sequence = 0
let bodySequence = 0
let cameraFrames = 0
let measuredAtMs = -Infinity

const clock = createFrameClock()
const measurePicture = createPictureStatistics()
const postReport = (message: PumpReport): void => {
  postMessage(message)
}

const latest = createLatestPicture<Closable>((timed) => {
  passToHands(timed)
})

function passToHands({ picture, atMs, capturedAtMs }: Closable): void {
  const timed: TimedPicture = { picture, sequence, atMs, capturedAtMs }
  sequence += 1
  if (tracker) tracker.postMessage(timed, [picture])
  else picture.close()
}

/**
 * Bodies are looked for in the next picture that comes once they are asked for. None is kept waiting for them: a camera has three
 * or four to lend, and hands need theirs.
 */
function passToBodies(
  timed: Omit<Closable, 'picture' | 'close'>,
  copy: VideoFrame | ImageBitmap,
): void {
  if (!bodyTracker) {
    copy.close()
    return
  }
  const { atMs, capturedAtMs } = timed
  bodyTracker.postMessage({ picture: copy, sequence: bodySequence, atMs, capturedAtMs }, [copy])
  bodySequence += 1
}

function offerToBodies(timed: Closable): void {
  if (!bodyTracker || !isBodyWanted) return
  isBodyWanted = false
  const { picture } = timed
  if (picture instanceof VideoFrame) passToBodies(timed, picture.clone())
  else
    inBackground(
      'tracking',
      createImageBitmap(picture).then((copy) => passToBodies(timed, copy)),
    )
}

function receivePicture(picture: VideoFrame | ImageBitmap, timestampUs: number): void {
  const nowMs = performance.now()
  cameraFrames += 1
  if (nowMs - measuredAtMs >= LOOK_EVERY_MS) {
    measuredAtMs = nowMs
    postReport({ kind: 'look', look: measurePicture(picture) })
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
  if (atMs === undefined) {
    latest.drop(timed)
    return
  }
  offerToBodies(timed)
  latest.offer(timed)
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
    receivePicture(value, value.timestamp)
  }
}

function stopReading(): void {
  void reader?.cancel().catch(() => undefined)
  reader = undefined
  measuredAtMs = -Infinity
  clock.restart()
}

onmessage = ({ data: command }: MessageEvent<PumpCommand>) => {
  switch (command.kind) {
    case 'tracker':
      latest.reset()
      tracker = command.port
      // The tracker asks for each picture by an empty message.
      tracker.onmessage = latest.askNext
      return
    case 'body-tracker':
      bodyTracker = command.port
      isBodyWanted = false
      bodyTracker.onmessage = () => {
        isBodyWanted = true
      }
      return
    case 'source':
      stopReading()
      // A track that ends breaks the stream; the camera's owner hears of it from the track itself.
      void readAll(command.frames).catch(() => undefined)
      return
    case 'picture':
      receivePicture(command.picture, command.timestampUs)
      return
    case 'no-source':
      stopReading()
  }
}

setInterval(() => {
  postReport({ kind: 'pulse', cameraFrames, droppedFrames: latest.takeDroppedCount() })
  cameraFrames = 0
}, PULSE_EVERY_MS)

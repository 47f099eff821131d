import { parseBodyAnswer, type AnsweredBody } from '../../../../contract/frames/body-answer.ts'
import type { Body } from '../../../../core/body/body.ts'
import { createPixelReader } from './pixel-reader.ts'
import { createPixelLine, nextMessage, parseAnswer, pointsOf } from './pixel-socket.ts'
import type { Tracker } from './tracker.ts'

const NAME = 'native'

/** Our own body pipeline in a process of its own, as for hands. Bodies fill pictures: they are always sent whole. */
export function createNativeBodyTracker(): Tracker<Body> {
  const reader = createPixelReader()
  const line = createPixelLine(NAME)
  let sequence = 0

  return {
    name: NAME,
    open: line.open,
    detect: async (picture, atMs) => {
      const socket = line.socket()
      const answered = nextMessage(socket)
      sequence += 1
      const pixels = await reader.read(picture, { sequence, atMs, purpose: 'follow' }, undefined)
      // The tracker of hands lives on the same few frames that a camera has to lend.
      if (picture instanceof VideoFrame) picture.close()
      socket.send(pixels)
      return parseAnswer(await answered, sequence, parseBodyAnswer).bodies.map(bodyOf)
    },
    close: line.close,
  }
}

const bodyOf = ({ trackId, landmarks, world, visibility, inPicture }: AnsweredBody): Body => ({
  trackId,
  landmarks: pointsOf(landmarks),
  world: pointsOf(world),
  visibility: [...visibility].map(share),
  inPicture: [...inPicture].map(share),
})

const share = (value: number): number => Math.min(1, Math.max(0, value))

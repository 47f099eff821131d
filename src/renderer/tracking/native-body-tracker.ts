import { parseBodyAnswer, type AnsweredBody } from '../../contract/body-answer.ts'
import type { TrackerStatus } from '../../contract/status.ts'
import type { Body } from '../../core/body/body.ts'
import { createPixelReader } from './pixel-reader.ts'
import { nextMessage, openPixelSocket, parseAnswer, pointsOf } from './pixel-socket.ts'
import type { Tracker } from './tracker.ts'

const NAME = 'native'

/** Our own body pipeline in a process of its own, as for hands. Bodies fill pictures: they are always sent whole. */
export function createNativeBodyTracker(): Tracker<Body> {
  const reader = createPixelReader()
  let socket: WebSocket | undefined
  let sequence = 0

  return {
    name: NAME,
    open: async ({ endpoint }) => {
      if (!endpoint) return failed('The native tracker is not running.')
      try {
        socket = await openPixelSocket(endpoint)
        return { kind: 'ready', name: NAME, delegate: 'cpu' }
      } catch {
        return failed('The native tracker could not be reached.')
      }
    },
    detect: async (picture, atMs) => {
      if (socket?.readyState !== WebSocket.OPEN) throw new Error('detect: the tracker is gone')
      const answered = nextMessage(socket)
      sequence += 1
      const pixels = await reader.read(picture, { sequence, atMs, purpose: 'follow' }, undefined)
      // The tracker of hands lives on the same few frames that a camera has to lend.
      if (picture instanceof VideoFrame) picture.close()
      socket.send(pixels)
      return parseAnswer(await answered, sequence, parseBodyAnswer).bodies.map(bodyOf)
    },
    close: () => {
      socket?.close()
      socket = undefined
    },
  }
}

const failed = (message: string): TrackerStatus => ({ kind: 'failed', name: NAME, message })

const bodyOf = ({ trackId, landmarks, world, visibility, inPicture }: AnsweredBody): Body => ({
  trackId,
  landmarks: pointsOf(landmarks),
  world: pointsOf(world),
  visibility: [...visibility].map(share),
  inPicture: [...inPicture].map(share),
})

const share = (value: number): number => Math.min(1, Math.max(0, value))

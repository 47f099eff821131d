import {
  parsePixelAnswer,
  type AnsweredHand,
  type PicturePart,
} from '../../contract/pixel-answer.ts'
import type { TrackerStatus } from '../../contract/status.ts'
import type { HandTracker, SeenHand } from './hand-tracker.ts'
import { createPixelReader } from './pixel-reader.ts'
import { nextMessage, openPixelSocket, parseAnswer, pointsOf } from './pixel-socket.ts'

const NAME = 'native'

/**
 * Our own hand pipeline in a process of its own: pictures go to it over a loopback WebSocket, hands come back. While
 * nobody is there the process says how long it would not look anyway, and pictures are not even copied.
 */
export function createNativeTracker(): HandTracker {
  const reader = createPixelReader()
  let socket: WebSocket | undefined
  let restsUntilMs = -Infinity
  let part: PicturePart | undefined
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
      if (atMs < restsUntilMs) return []
      if (socket?.readyState !== WebSocket.OPEN) throw new Error('detect: the tracker is gone')
      const answered = nextMessage(socket)
      sequence += 1
      const wanted = part
      // What is lost on the way leaves the tracker's wish unknown.
      part = undefined
      socket.send(await reader.read(picture, { sequence, atMs, purpose: 'follow' }, wanted))
      const answer = parseAnswer(await answered, sequence, parsePixelAnswer)
      part = answer.part
      restsUntilMs = atMs + answer.restMs
      if (answer.isSearchWanted) {
        socket.send(await reader.read(picture, { sequence, atMs, purpose: 'search' }, undefined))
      }
      return answer.hands.map(seenHand)
    },
    close: () => {
      socket?.close()
      socket = undefined
    },
  }
}

const failed = (message: string): TrackerStatus => ({ kind: 'failed', name: NAME, message })

function seenHand({ rightScore, landmarks, world }: AnsweredHand): SeenHand {
  return {
    handedness: rightScore >= 0.5 ? 'right' : 'left',
    score: Math.min(1, Math.max(rightScore, 1 - rightScore)),
    landmarks: pointsOf(landmarks),
    world: pointsOf(world),
  }
}

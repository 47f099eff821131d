import {
  parsePixelAnswer,
  type AnsweredHand,
  type PicturePart,
} from '../../../../contract/frames/pixel-answer.ts'
import type { HandTracker, SeenHand } from './hand-tracker.ts'
import { createPixelReader } from './pixel-reader.ts'
import { createPixelLine, nextMessage, parseAnswer, pointsOf } from './pixel-socket.ts'

const NAME = 'native'

/**
 * Our own hand pipeline in a process of its own: pictures go to it over a loopback WebSocket, hands come back. While
 * nobody is there the process says how long it would not look anyway, and pictures are not even copied.
 */
export function createNativeTracker(): HandTracker {
  const reader = createPixelReader()
  const line = createPixelLine(NAME)
  let restsUntilMs = -Infinity
  let part: PicturePart | undefined
  let sequence = 0

  return {
    name: NAME,
    open: line.open,
    detect: async (picture, atMs) => {
      if (atMs < restsUntilMs) return []
      const socket = line.socket()
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
    close: line.close,
  }
}

function seenHand({ rightScore, landmarks, world }: AnsweredHand): SeenHand {
  return {
    handedness: rightScore >= 0.5 ? 'right' : 'left',
    score: Math.min(1, Math.max(rightScore, 1 - rightScore)),
    landmarks: pointsOf(landmarks),
    world: pointsOf(world),
  }
}

import {
  parsePixelAnswer,
  parsePixelFault,
  type AnsweredHand,
  type PicturePart,
  type PixelAnswer,
} from '../../contract/pixel-answer.ts'
import type { TrackerStatus } from '../../contract/status.ts'
import type { HandTracker, SeenHand } from './hand-tracker.ts'
import { createPixelReader } from './pixel-reader.ts'

const NAME = 'native'
/** Subprotocols of the app's own connections; the token stays out of addresses. */
const PROTOCOL = 'beckon.v1'
const OPEN_TIMEOUT_MS = 5000

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
        socket = await connect(endpoint.url, endpoint.token)
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
      const answer = parseMessage(await answered, sequence)
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

function connect(url: string, token: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, [PROTOCOL, `secret.${token}`])
    socket.binaryType = 'arraybuffer'
    const timer = setTimeout(() => {
      socket.close()
    }, OPEN_TIMEOUT_MS)
    socket.addEventListener('open', () => {
      clearTimeout(timer)
      resolve(socket)
    })
    socket.addEventListener('close', () => {
      clearTimeout(timer)
      reject(new Error('connect: refused'))
    })
  })
}

/** The answer to the one picture that is on its way. */
function nextMessage(socket: WebSocket): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = ({ data }: MessageEvent<unknown>): void => {
      socket.removeEventListener('close', onClose)
      resolve(data)
    }
    const onClose = (): void => {
      socket.removeEventListener('message', onMessage)
      reject(new Error('detect: the tracker went away'))
    }
    socket.addEventListener('message', onMessage, { once: true })
    socket.addEventListener('close', onClose, { once: true })
  })
}

function parseMessage(data: unknown, sequence: number): PixelAnswer {
  const answer = data instanceof ArrayBuffer ? parsePixelAnswer(data) : undefined
  if (answer?.sequence === sequence) return answer
  const fault = typeof data === 'string' ? parsePixelFault(data) : undefined
  throw new Error(`detect: ${fault?.message ?? 'the tracker answered something else'}`)
}

function seenHand({ rightScore, landmarks, world }: AnsweredHand): SeenHand {
  return {
    handedness: rightScore >= 0.5 ? 'right' : 'left',
    score: Math.min(1, Math.max(rightScore, 1 - rightScore)),
    landmarks: pointsOf(landmarks),
    world: pointsOf(world),
  }
}

function pointsOf(flat: Float32Array): { x: number; y: number; z: number }[] {
  const points = []
  for (let at = 0; at + 2 < flat.length; at += 3) {
    points.push({ x: flat[at] ?? 0, y: flat[at + 1] ?? 0, z: flat[at + 2] ?? 0 })
  }
  return points
}

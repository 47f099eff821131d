import { parsePixelFault } from '../../../../contract/frames/pixel-answer.ts'
import { say } from '../../../../contract/words/say.ts'
import type { TrackerCommand, TrackerStatus } from '../../../../contract/channels/status.ts'
import type { Sentence } from '../../../../core/sentence/sentence.ts'

/** Subprotocols of the app's own connections; the token stays out of addresses. */
const PROTOCOL = 'beckon.v1'
const OPEN_TIMEOUT_MS = 5000

/** A native tracker's way to its process, for as long as the tracker is open. */
export interface PixelLine {
  open(command: TrackerCommand): Promise<TrackerStatus>
  /** Throws when the process is gone, or was never there. */
  socket(): WebSocket
  close(): void
}

export function createPixelLine(name: 'native'): PixelLine {
  let socket: WebSocket | undefined
  const failed = (message: Sentence): TrackerStatus => ({ kind: 'failed', name, message })
  return {
    open: async ({ endpoint }) => {
      if (!endpoint) return failed(say('The native tracker is not running.'))
      try {
        socket = await openPixelSocket(endpoint)
        return { kind: 'ready', name, delegate: 'cpu' }
      } catch {
        return failed(say('The native tracker could not be reached.'))
      }
    },
    socket: () => {
      if (socket?.readyState !== WebSocket.OPEN) throw new Error('detect: the tracker is gone')
      return socket
    },
    close: () => {
      socket?.close()
      socket = undefined
    },
  }
}

/** Rejects where there is no tracker's process, or it refuses. */
function openPixelSocket({
  url,
  token,
}: {
  readonly url: string
  readonly token: string
}): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, [PROTOCOL, `secret.${token}`])
    socket.binaryType = 'arraybuffer'
    const timer = setTimeout(() => {
      socket.close()
    }, OPEN_TIMEOUT_MS)
    // Each is followed by the close, which tells.
    socket.addEventListener('error', () => undefined)
    socket.addEventListener('open', () => {
      clearTimeout(timer)
      resolve(socket)
    })
    socket.addEventListener('close', () => {
      clearTimeout(timer)
      reject(new Error('openPixelSocket: refused'))
    })
  })
}

/** The answer to the one picture that is on its way. */
export function nextMessage(socket: WebSocket): Promise<unknown> {
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

/** The answer in a message to the picture of this number. Throws, with the tracker's words, for anything else. */
export function parseAnswer<Answer extends { readonly sequence: number }>(
  data: unknown,
  sequence: number,
  parse: (message: ArrayBuffer) => Answer | undefined,
): Answer {
  const answer = data instanceof ArrayBuffer ? parse(data) : undefined
  if (answer?.sequence === sequence) return answer
  const fault = typeof data === 'string' ? parsePixelFault(data) : undefined
  throw new Error(`detect: ${fault?.message ?? 'the tracker answered something else'}`)
}

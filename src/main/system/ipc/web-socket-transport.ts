import type { WebSocket } from 'ws'
import type { Transport } from '../../../contract/boundary/transport.ts'

/** RFC 6455 codes. */
const NORMAL = 1000
const NO_BINARY = 1003
const POLICY_VIOLATION = 1008

/** A wire over an accepted WebSocket: JSON text both ways. What is not JSON, or not text, closes it. */
export function webSocketTransport(socket: WebSocket): Transport {
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    onMessage(listener) {
      const onData = (data: unknown, isBinary: boolean): void => {
        if (isBinary) return socket.close(NO_BINARY, 'text only')
        const parsed = parseJson(String(data))
        if (parsed === undefined) socket.close(POLICY_VIOLATION, 'not JSON')
        else listener(parsed.value)
      }
      socket.on('message', onData)
      return () => void socket.off('message', onData)
    },
    onClose(listener) {
      socket.once('close', listener)
      return () => void socket.off('close', listener)
    },
    close(why) {
      if (why === 'done') socket.close(NORMAL, 'done')
      else socket.close(POLICY_VIOLATION, 'broke the contract')
    },
  }
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

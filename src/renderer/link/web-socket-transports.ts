import type { Transport } from '../../contract/boundary/transport.ts'
import { backOffMs } from './back-off.ts'
import type { LinkSecret } from './link-secret.ts'

const PROTOCOL = 'beckon.v1'
const PATH = '/link'
/** RFC 6455: closed on purpose, by the app that ends or because another page took over. */
const NORMAL = 1000

/** Keeps a WebSocket to the app: every one that opens is handed to `attach`; a broken one is replaced. */
export function stayConnectedBySocket(
  secret: LinkSecret,
  attach: (transport: Transport) => void,
  origin: string = window.location.origin,
): () => void {
  let attempt = 0
  let timer: number | undefined
  let socket: WebSocket | undefined

  const connect = (): void => {
    const protocols = [PROTOCOL, `secret.${secret.current() ?? ''}`]
    const opened = new WebSocket(`${origin.replace(/^http/, 'ws')}${PATH}`, protocols)
    socket = opened
    opened.addEventListener('message', welcome)
    // Each is followed by the close, after which it is tried again.
    opened.addEventListener('error', () => undefined)
    opened.addEventListener('close', (event) => {
      if (event.code === NORMAL) return
      timer = window.setTimeout(connect, backOffMs(attempt))
      attempt += 1
    })
  }
  const welcome = (event: MessageEvent): void => {
    const resume = parseWelcome(event.data)
    if (resume === undefined || socket === undefined) return
    secret.replace(resume)
    attempt = 0
    socket.removeEventListener('message', welcome)
    attach(socketTransport(socket))
  }
  connect()
  return () => {
    window.clearTimeout(timer)
    socket?.close(NORMAL)
  }
}

function socketTransport(socket: WebSocket): Transport {
  return {
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
    },
    onMessage(listener) {
      const onMessage = (event: MessageEvent): void => listener(parseJson(event.data))
      socket.addEventListener('message', onMessage)
      return () => socket.removeEventListener('message', onMessage)
    },
    onClose(listener) {
      socket.addEventListener('close', listener)
      return () => socket.removeEventListener('close', listener)
    },
    // 3000 and up are for applications; anything but 1000 makes us come back.
    close: (why) => socket.close(why === 'done' ? NORMAL : 3000),
  }
}

/** The app's first message: the secret for the next time. */
function parseWelcome(data: unknown): string | undefined {
  const message = parseJson(data)
  if (typeof message !== 'object' || message === null) return undefined
  const isWelcome = 'kind' in message && message.kind === 'welcome'
  return isWelcome && 'resume' in message && typeof message.resume === 'string'
    ? message.resume
    : undefined
}

function parseJson(data: unknown): unknown {
  try {
    return JSON.parse(String(data))
  } catch {
    return undefined
  }
}

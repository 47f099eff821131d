import { request, type IncomingHttpHeaders } from 'node:http'
import { refusedIf, type Outcome } from '../attempt.ts'

/** What an attacker writes, down to headers that a well-behaved client never sends. */
export interface Question {
  readonly port: number
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** 10 seconds when not said. */
  readonly limitMs?: number
}

export interface Answer {
  /** 0: hung up on without a word; -1: silence. */
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly tookMs: number
}

const HUNG_UP = 0
const SILENT = -1
const LIMIT_MS = 10_000

/** A Host is sent only when one is given. */
export function ask(question: Question): Promise<Answer> {
  const { port, path, method = 'GET', headers = {}, body, limitMs = LIMIT_MS } = question
  const startedAtMs = performance.now()
  return new Promise((resolve) => {
    const end = (status: number, answered: IncomingHttpHeaders = {}, text = ''): void => {
      clearTimeout(limit)
      asking.destroy()
      resolve({ status, headers: answered, body: text, tookMs: performance.now() - startedAtMs })
    }
    const to = { host: '127.0.0.1', port, path, method, headers, setHost: false, agent: false }
    const asking = request(to, (response) => {
      let text = ''
      response.setEncoding('latin1').on('data', (part: string) => (text += part))
      response.on('end', () => {
        end(response.statusCode ?? HUNG_UP, response.headers, text)
      })
      response.on('error', () => {
        end(response.statusCode ?? HUNG_UP, response.headers, text)
      })
    })
    const limit = setTimeout(() => {
      end(SILENT)
    }, limitMs)
    asking.on('upgrade', (response) => {
      end(101, response.headers)
    })
    asking.on('connect', () => {
      end(200)
    })
    asking.on('error', () => {
      end(HUNG_UP)
    })
    asking.end(body)
  })
}

/** Asks to go on as a WebSocket. 101: let in. */
export function askUpgrade({ headers = {}, ...question }: Question): Promise<Answer> {
  return ask({
    ...question,
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      ...headers,
    },
  })
}

/** Refused with one of these; to be hung up on is a refusal, silence is none. */
export function refusedWith({ status, body }: Answer, statuses: readonly number[]): Outcome {
  const shown = status === HUNG_UP ? 'hung up' : status === SILENT ? 'silence' : String(status)
  const how = body === '' || body.length > 200 ? shown : `${shown} ${body.trim()}`
  return refusedIf(status === HUNG_UP || statuses.includes(status), how)
}

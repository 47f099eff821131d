import { connect } from 'node:net'
import { ok } from '../../../contract/boundary/result.ts'
import { readUserFile } from '../../../node/user-file.ts'
import {
  MOST_LINE_BYTES,
  parseControlAnswer,
  type ControlAnswer,
  type ControlCommand,
} from './command.ts'
import { controlFilePath, parseControlPlace } from './command-socket.ts'

export type Told =
  | { readonly kind: 'answered'; readonly answer: ControlAnswer }
  | { readonly kind: 'not-running' }
  | { readonly kind: 'silent' }

/** Far more than an app that works takes, and short enough for people to wait. */
const PATIENCE_MS = 5000

/** Tells the Beckon of this data folder something and hears what came of it. */
export async function sendToRunning(dataDir: string, command: ControlCommand): Promise<Told> {
  const file = await readUserFile(controlFilePath(dataDir), MOST_LINE_BYTES, (text) =>
    ok(parseControlPlace(text)),
  )
  const place = file.kind === 'read' ? file.value : undefined
  if (place === undefined) return { kind: 'not-running' }
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(place.address)
    socket.setTimeout(PATIENCE_MS, () => {
      resolve({ kind: 'silent' })
      socket.destroy()
    })
    // Nobody listens: it was killed, and left its file behind.
    socket.on('error', () => {
      resolve({ kind: 'not-running' })
    })
    socket.setEncoding('utf8').on('data', (part: string) => (heard += part))
    socket.on('close', () => {
      const answer = parseControlAnswer(heard)
      resolve(answer === undefined ? { kind: 'silent' } : { kind: 'answered', answer })
    })
    socket.write(`${JSON.stringify({ token: place.token, command })}\n`)
  })
}

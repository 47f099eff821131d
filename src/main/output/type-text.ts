import { execFile } from 'node:child_process'
import type { InputOrder } from './input-orders.ts'

/** What the input library types rightly on X: it loses Shift on symbols and cannot place letters the layout lacks. */
const PLAIN_ON_X = /^[a-zA-Z0-9 \n\t]*$/
/** xdotool lends a key to a letter that the layout lacks; at 2 ms windows saw the loan already returned, at 12 not. */
const KEY_DELAY_MS = '12'
const TYPING_TIMEOUT_MS = 60_000

/** Types a text as if on the keyboard. On X, symbols and other scripts are typed by xdotool where it is there. */
export async function typeText(
  text: string,
  platform: NodeJS.Platform,
  send: (order: InputOrder) => Promise<void>,
): Promise<void> {
  if (platform !== 'linux' || PLAIN_ON_X.test(text)) return send({ kind: 'type', text })
  await typeWithXdotool(text)
}

function typeWithXdotool(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'xdotool',
      ['type', '--delay', KEY_DELAY_MS, '--file', '-'],
      { timeout: TYPING_TIMEOUT_MS },
      (error) => {
        if (error === null) resolve()
        else if (error.code === 'ENOENT') reject(new Error(NO_XDOTOOL))
        else reject(new Error(`The text was not typed: ${error.message}`))
      },
    )
    child.stdin?.on('error', () => undefined).end(text)
  })
}

const NO_XDOTOOL =
  'Symbols and letters outside a-z need xdotool to be typed here: sudo apt-get install -y xdotool'

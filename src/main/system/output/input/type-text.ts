import type { InputCommand } from './input-commands.ts'
import { createX11Typist } from '../x11/type-on-x11.ts'

/** What the input library types rightly on X: it loses Shift on symbols and cannot place letters the layout lacks. */
const PLAIN_ON_X = /^[a-zA-Z0-9 \n\t]*$/

/** Types texts as if on the keyboard. On X, symbols and other scripts are typed by xdotool where it is there. */
export function createTypist(
  platform: NodeJS.Platform,
  send: (command: InputCommand) => Promise<void>,
): (text: string) => Promise<void> {
  const typeOnX11 = createX11Typist()
  return (text) =>
    platform !== 'linux' || PLAIN_ON_X.test(text) ? send({ kind: 'type', text }) : typeOnX11(text)
}

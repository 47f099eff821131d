import type { InputCommand } from './input-commands.ts'

/** So much goes in one order: what must be let go of waits for no more than that. */
const ORDER_CHARACTERS = 32

/** Types texts as if on the keyboard; on X, where a letter takes milliseconds, piece by piece. */
export function createTypist(
  platform: NodeJS.Platform,
  send: (command: InputCommand) => Promise<void>,
): (text: string) => Promise<void> {
  return async (text) => {
    if (platform !== 'linux') return send({ kind: 'type', text })
    const characters = [...text]
    for (let from = 0; from < characters.length; from += ORDER_CHARACTERS) {
      const piece = characters.slice(from, from + ORDER_CHARACTERS).join('')
      await send({ kind: 'type', text: piece })
    }
  }
}

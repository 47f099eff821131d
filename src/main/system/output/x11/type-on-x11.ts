import { setTimeout as wait } from 'node:timers/promises'
import { runTool } from '../../../../node/run-tool.ts'
import { SaidError } from '../../../../contract/words/said-error.ts'
import { say } from '../../../../contract/words/say.ts'
import { readKeyMap, symbolOf } from './keysym.ts'
import { nextTurn, type TypingTurn } from './typing-turn.ts'

/** Between keys; some programs lose keys that come faster. */
const KEY_DELAY_MS = 12
/** How long a window may take to look up a key before the key gets another letter; only in a text with more foreign letters than spare keys. */
const LOOKED_UP_WITHIN_MS = 500
const TIMEOUT_MS = 60_000

/**
 * Types letters that the keyboard's layout lacks by lending them spare keys, which they keep. xdotool alone lends one and takes it
 * back some milliseconds later: a window that is busy then reads another letter, or none. The loans are not returned at the end: they
 * harm nothing, and the next change of keyboard or layout clears them.
 * @throws Error when xdotool is not there.
 */
export function createX11Typist(): (text: string) => Promise<void> {
  const lent = new Map<number, string>()
  return async (text) => {
    let rest = [...text].filter((character) => character >= ' ' || '\n\t'.includes(character))
    while (rest.length > 0) {
      const turn = nextTurn(rest, await keyMap(), lent)
      if (turn.takesBack) await wait(LOOKED_UP_WITHIN_MS)
      await bindKeycodes(turn)
      for (const { keycode, character } of turn.loans) {
        lent.delete(keycode)
        lent.set(keycode, character)
      }
      await pressSymbols(turn)
      rest = rest.slice(turn.symbols.length)
    }
  }
}

async function keyMap(): Promise<ReturnType<typeof readKeyMap>> {
  try {
    return readKeyMap(await runWithInput('xmodmap', ['-pk'], ''))
  } catch {
    // Without xmodmap nothing is lent, and xdotool does what it can.
    return new Map()
  }
}

async function bindKeycodes({ loans }: TypingTurn): Promise<void> {
  if (loans.length === 0) return
  const lines = loans.map(({ keycode, character }) => `keycode ${keycode} = ${symbolOf(character)}`)
  await runWithInput('xmodmap', ['-'], `${lines.join('\n')}\n`)
}

/** Through its standard input: a command line can be read by every program of the machine. */
async function pressSymbols({ symbols }: TypingTurn): Promise<void> {
  await runWithInput('xdotool', ['-'], `key --delay ${KEY_DELAY_MS} ${symbols.join(' ')}\n`)
}

async function runWithInput(
  program: string,
  args: readonly string[],
  input: string,
): Promise<string> {
  const run = await runTool(program, args, { timeoutMs: TIMEOUT_MS, input })
  switch (run.kind) {
    case 'done':
      return run.stdout
    case 'absent':
      throw new SaidError(NOT_THERE)
    case 'refused':
      throw new SaidError(say('The text was not typed: {}', run.reason))
  }
}

const NOT_THERE = say(
  'Symbols and letters outside a-z need xdotool to be typed here: sudo apt-get install -y xdotool',
)

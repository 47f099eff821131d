import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { parseControlPlace } from '../../../src/main/features/command-line/command-socket.ts'
import { refusedIf, type AttackKind, type Attempt } from '../attempt.ts'
import type { AppVictim } from '../victims/app-victim.ts'

/** Nonsense for the command line's channel, `{token}` where it knows the token. */
const LINES: readonly string[] = [
  '\n',
  '{}\n',
  'null\n',
  '[]\n',
  '7\n',
  '{"token":"x","command":{"kind":"pause"}}\n',
  '{"token":"","command":{"kind":"pause"}}\n',
  '{"token":null,"command":{"kind":"pause"}}\n',
  '{"command":{"kind":"pause"}}\n',
  '{"token":"{token}"}\n',
  '{"token":"{token}","command":null}\n',
  '{"token":"{token}","command":[]}\n',
  '{"token":"{token}","command":"pause"}\n',
  '{"token":"{token}","command":{"kind":"launch","target":"/bin/sh"}}\n',
  '{"token":"{token}","command":{"kind":"switch","project":{}}}\n',
  '{"token":"{token}","command":{"kind":"switch"}}\n',
  '{"token":"{token}","command":{"kind":"__proto__"}}\n',
  '{"token":"{token}","command":{"kind":"constructor"}}\n',
  '{"token":"{token}x","command":{"kind":"pause"}}\n',
  `${'x'.repeat(20_000)}\n`,
  `${'['.repeat(16_000)}\n`,
  '\0\0\0\n',
  'GET / HTTP/1.1\r\n\r\n',
  '{"token":"{token}","command":{"kind":"pause"}',
]

/** Projects that there are not: answered as not done, and nothing is printed that a terminal would obey. */
const NAMES = [
  '../../etc/passwd',
  'a'.repeat(5000),
  '\u001b[2J',
  '\u001b]0;x\u0007',
  '__proto__',
  '\u202e',
  'x\ry',
]

const COMMAND = join(import.meta.dirname, '../../../out/main/beckon.js')
/** Everything but line ends that moves a terminal's cursor, or turns its text around. */
const OBEYED = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

export const CONTROL_CHANNEL: AttackKind<AppVictim> = {
  kind: 'command line: nonsense on its channel',
  attempts: () => [...LINES.map(unanswered), ...NAMES.map(notDone)],
}

const unanswered = (line: string): Attempt<AppVictim> => ({
  what: JSON.stringify(line).slice(0, 64),
  strike: async (victim) => {
    const said = await say(victim, line)
    return refusedIf(said === '', said === '' ? 'hung up' : `answered ${said.slice(0, 80)}`)
  },
})

const notDone = (project: string): Attempt<AppVictim> => ({
  what: `beckon switch ${JSON.stringify(project.slice(0, 20))}`,
  strike: async ({ home }) => {
    const env = { ...process.env, BECKON_HOME: home }
    const { code, said } = await new Promise<{ code: number; said: string }>((resolve) => {
      execFile(process.execPath, [COMMAND, 'switch', project], { env }, (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), said: out + err })
      })
    })
    const isPlain = !OBEYED.test(said.replaceAll('\n', ''))
    return refusedIf(
      code === 1 && isPlain,
      `code ${code}${isPlain ? '' : ', and a terminal would obey it'}`,
    )
  },
})

async function say(victim: AppVictim, line: string): Promise<string> {
  const place = parseControlPlace(readFileSync(join(victim.home, 'control.json'), 'utf8'))
  if (place === undefined) throw new Error('say: no control.json')
  const socket = connect(place.address)
  let heard = ''
  socket.on('error', () => undefined)
  socket.setEncoding('utf8').on('data', (part: string) => (heard += part))
  socket.write(line.replace('{token}', place.token))
  await new Promise((resolve) => socket.once('close', resolve))
  return heard
}

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

/*
 * `--events - | head` ended hand control with a stack trace, as did `| head` on what the terminal says; on a full disk every
 * event was lost without a word.
 */
const folder = mkdtempSync(join(tmpdir(), 'beckon-events-'))
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const from = (path: string): string =>
  JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href)

/** A process that logs, and speaks in the terminal, a thousand times; it says at the end that it has come so far. */
const program = (target: string): string => `
  import { openEventLog } from ${from('main/shared/event-log.ts')}
  import { createTerminal } from ${from('main/shared/terminal.ts')}
  import { writeFileSync } from 'node:fs'
  const terminal = createTerminal(process.stdout)
  const problems = []
  const log = await openEventLog(${JSON.stringify(target)})
  log.onLost(({ message }) => problems.push(message.template ?? String(message)))
  for (let turn = 0; turn < 1000; turn += 1) {
    log.write({ atMs: turn, kind: 'state', state: 'engaged' })
    terminal.say('engaged')
    if (turn % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await log.close()
  writeFileSync(${JSON.stringify(join(folder, 'done.json'))}, JSON.stringify(problems))`

/** Its exit code, what it said in its error stream, and the problems it was told of; its output is read once or not at all. */
async function run(target: string): Promise<{ code: number; said: string; problems: unknown[] }> {
  mkdirSync(folder, { recursive: true })
  const child = spawn(process.execPath, ['--input-type=module', '-e', program(target)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text: Buffer) => (said += String(text)))
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise<number>((resolve) =>
    child.once('close', (ended) => {
      resolve(ended ?? -1)
    }),
  )
  const done = join(folder, 'done.json')
  const problems = existsSync(done) ? (JSON.parse(readFileSync(done, 'utf8')) as unknown[]) : []
  return { code, said, problems }
}

describe('whoever reads the events', () => {
  test('may go: control goes on, and it is said once', async () => {
    const { code, said, problems } = await run('-')
    expect({ code, said }).toEqual({ code: 0, said: '' })
    expect(problems).toHaveLength(1)
  })

  test('of the terminal may go, too, and the events in a file go on', async () => {
    const file = join(folder, 'events.jsonl')
    const { code, said, problems } = await run(file)
    expect({ code, said, problems }).toEqual({ code: 0, said: '', problems: [] })
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1000)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test.skipIf(!existsSync('/dev/full'))('a full disk is said once (Linux)', async () => {
    const { code, said, problems } = await run('/dev/full')
    expect({ code, said }).toEqual({ code: 0, said: '' })
    expect(problems).toHaveLength(1)
  })
})

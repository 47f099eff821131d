import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sendToRunning } from '../../../src/main/features/command-line/command-client.ts'
import { until } from '../../../test/support/until.ts'
import { ended, refused, refusedIf, type AttackKind, type Attempt } from '../attempt.ts'
import type { Attacked } from '../strike-all.ts'
import { appVictim, type AppVictim } from '../victims/app-victim.ts'

const nests = (open: string, close: string, depth: number): string =>
  `${open.repeat(depth)}${close.repeat(depth)}`

/** Files that somebody, or a program that went wrong, may leave where projects lie. */
const FILES: Readonly<Record<string, (path: string) => void>> = {
  'six thousand brackets': write('['.repeat(6000)),
  'a hundred thousand brackets': write('['.repeat(100_000)),
  'nests that are closed': write(nests('[', ']', 50_000)),
  'nests of objects': write(nests('{"a":', '}', 20_000)),
  'nests in a project': write(
    `{"version":1,"id":"deep","name":"x","bindings":${nests('[', ']', 20_000)}}`,
  ),
  nothing: write(''),
  blanks: write(' '.repeat(200_000)),
  NULs: write('\0'.repeat(10_000)),
  'bytes that are no text': write('\xff\xfe\xfd'.repeat(1000)),
  'a number beyond all': write(`{"version":${'9'.repeat(10_000)}}`),
  'a prototype': write('{"__proto__":{"version":1},"version":1,"id":"x","name":"x"}'),
  'an id that leads out': write('{"version":1,"id":"../../x","name":"x"}'),
  'a name that a terminal obeys': write(
    '{"version":1,"id":"\\u001b[2J","name":"\\u001b]0;x\\u0007"}',
  ),
  'the end of a comment that is not there': write('/*'.repeat(50_000)),
  'strings without end': write('"'.repeat(50_001)),
  'ten megabytes': write('[0,'.repeat(3_500_000)),
  'four gigabytes of nothing': (path) => {
    writeFileSync(path, '')
    truncateSync(path, 2 ** 32)
  },
  'a pipe': (path) => {
    execFileSync('mkfifo', [path])
  },
  'a folder': (path) => {
    mkdirSync(path)
  },
  'a link to itself': (path) => {
    symlinkSync(path, path)
  },
  'a link to endless zeros': (path) => {
    symlinkSync('/dev/zero', path)
  },
  'a link to a terminal': (path) => {
    symlinkSync('/dev/tty', path)
  },
}

/** Those that ended or held up a start. */
const AT_START = [
  'six thousand brackets',
  'nests in a project',
  'a pipe',
  'a link to endless zeros',
]
/** Changes are looked at when they have come to rest. */
const SETTLE_MS = 250
const READ_WITHIN_MS = 2500
const GOOD = 'good-one'
const DESKTOP = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../resources/projects/desktop.json'), 'utf8'),
) as object

export const FILES_WHILE_IT_RUNS: AttackKind<AppVictim> = {
  kind: 'app: files beside its projects, while it runs',
  attempts: () => Object.keys(FILES).map(whileItRuns),
}

export const FILES_AT_START: AttackKind<Attacked> = {
  kind: 'app: such files at its start',
  attempts: () => [
    ...AT_START.map((what) => atStart(what, join('projects', 'x.json'))),
    ...['six thousand brackets', 'a pipe'].map((what) => atStart(what, 'settings.json')),
  ],
}

/** Refused: the app goes on, and reads a good project that comes while the bad file lies there. */
const whileItRuns = (what: string): Attempt<AppVictim> => ({
  what,
  limitMs: 60_000,
  strike: async (victim) => {
    const [bad, good] = ['x', GOOD].map((id) => join(victim.home, 'projects', `${id}.json`))
    const from = victim.said().length
    FILES[what]?.(bad ?? '')
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    writeFileSync(good ?? '', JSON.stringify({ ...DESKTOP, id: GOOD, name: GOOD }))
    const isRead = await until('the good one', () => isChosen(victim, GOOD), READ_WITHIN_MS).then(
      () => true,
      () => false,
    )
    await sendToRunning(victim.home, { kind: 'switch', project: 'desktop' })
    for (const path of [bad, good]) rmSync(path ?? '', { recursive: true, force: true })
    const said = victim.said().slice(from)
    // One that waits for this file for ever would not read the next, whatever that is.
    if (!isRead) await victim.start()
    else await until('it to go', async () => !(await isChosen(victim, GOOD)), READ_WITHIN_MS)
    const isPlain = !said.includes('\u001b[2J')
    const how = `other projects are ${isRead ? '' : 'not '}read`
    return refusedIf(isRead && isPlain, isPlain ? how : `${how}, and a terminal would obey it`)
  },
})

async function isChosen({ home }: AppVictim, project: string): Promise<boolean> {
  const told = await sendToRunning(home, { kind: 'switch', project })
  return told.kind === 'answered' && told.answer.isDone
}

const atStart = (what: string, name: string): Attempt<Attacked> => ({
  what: `${name}: ${what}`,
  limitMs: 45_000,
  strike: async () => {
    const victim = appVictim()
    try {
      FILES[what]?.(join(victim.home, name))
      await victim.start()
      return victim.isAlive() ? refused('it starts') : ended(victim.beckon().said().slice(-200))
    } catch (error) {
      return ended(error instanceof Error ? error.message.slice(-200) : '')
    } finally {
      await victim.close()
    }
  },
})

function write(text: string): (path: string) => void {
  return (path) => {
    writeFileSync(path, Buffer.from(text, 'latin1'))
  }
}

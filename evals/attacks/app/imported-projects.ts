import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sendToRunning } from '../../../src/main/features/command-line/command-client.ts'
import type { Action } from '../../../src/core/action/action.ts'
import { until } from '../../../test/support/until.ts'
import { ended, missingPrograms, startX } from '../../../test/support/x11.ts'
import { refusedIf, skipped, type AttackKind, type Attempt, type Outcome } from '../attempt.ts'
import type { Attacked } from '../strike-all.ts'
import { appVictim, type AppVictim } from '../victims/app-victim.ts'

/** What a project of somebody else would do at a pinch, without anybody having said that it may. */
const ACTIONS: Readonly<Record<string, Action>> = {
  'a program': { kind: 'launch', target: '/bin/sh', args: ['-c', 'true'] },
  'a text that a terminal carries out': { kind: 'key.text', text: 'true\n' },
  'keys by how high the hand is': {
    ...{ kind: 'axis', source: 'height', from: 0.4, to: 0.7, deadZone: 0.01, mode: 'relative' },
    target: { kind: 'key', up: ['ctrl', 'w'], down: ['ctrl', 'w'], steps: 100 },
  },
}

/** The demo hand pinches once in nine seconds. */
const WATCH_MS = 14_000
const SHARED = join(import.meta.dirname, '../../../resources/projects/desktop.json')
const ID = 'shared-by-a-friend'

export const IMPORTED_PROJECTS: AttackKind<AppVictim> = {
  kind: 'app: projects from outside that act',
  attempts: () => Object.entries(ACTIONS).map(([what, action]) => actAtPinch(what, action)),
}

export const UNCHOSEN_PROJECTS: AttackKind<Attacked> = {
  kind: 'app: projects from outside that nobody chose',
  attempts: () => [comeIntoForce],
}

const actAtPinch = (what: string, action: Action): Attempt<AppVictim> => ({
  what,
  limitMs: WATCH_MS + 15_000,
  strike: async (victim) => {
    const path = putProject(victim.home, action, [])
    try {
      await chosen(victim)
      const from = victim.beckon().events.length
      const acted = (): boolean =>
        victim
          .beckon()
          .events.slice(from)
          .some((event) => event.kind === 'action' && isOf(action, String(event['action'])))
      await until('it to act', acted, WATCH_MS).catch(() => undefined)
      return refusedIf(!acted(), acted() ? 'done at a pinch' : 'not done')
    } finally {
      rmSync(path, { force: true })
    }
  },
})

/** An axis presses chords of keys. */
const isOf = (action: Action, done: string): boolean =>
  action.kind === 'axis' ? done.startsWith('key.') : done === action.kind

/** As somebody does who wants to see what it is. */
async function chosen({ home }: AppVictim): Promise<void> {
  const isDone = async (): Promise<boolean> => {
    const told = await sendToRunning(home, { kind: 'switch', project: ID })
    return told.kind === 'answered' && told.answer.isDone
  }
  await until('the project to be there', isDone, 10_000)
}

const comeIntoForce: Attempt<Attacked> = {
  what: 'by a rule for nearly every window',
  limitMs: 90_000,
  strike: async () => {
    const missing = missingPrograms('Xvfb', 'openbox', 'xev', 'xprop')
    if (missing.length > 0) return skipped(`needs ${missing.join(', ')}`)
    const display = await startX()
    const programs: ChildProcess[] = []
    const start = (program: string, ...args: readonly string[]): void => {
      const env = { ...process.env, DISPLAY: display.name }
      programs.push(spawn(program, args, { env, stdio: 'ignore' }))
    }
    const victim = appVictim(['--engaged'], { DISPLAY: display.name })
    try {
      start('openbox')
      putProject(victim.home, { kind: 'launch', target: '/bin/sh', args: [] }, [{ title: 'e' }])
      await victim.start()
      start('xev', '-name', 'Editor')
      return await isInForce(victim)
    } finally {
      await victim.close()
      for (const program of programs.toReversed()) await ended(program, 'SIGTERM')
      await display.close()
    }
  },
}

async function isInForce(victim: AppVictim): Promise<Outcome> {
  const isIn = (): boolean => victim.beckon().events.some(({ project }) => project === ID)
  await until('it to come into force', isIn, 8000).catch(() => undefined)
  return refusedIf(!isIn(), isIn() ? 'it came into force' : 'it did not come into force')
}

function putProject(home: string, action: Action, rules: readonly object[]): string {
  const desktop = JSON.parse(readFileSync(SHARED, 'utf8')) as object
  const trigger = { mode: action.kind === 'axis' ? 'hold' : 'once', dwellMs: 0, repeatMs: 0 }
  const binding = { gesture: 'pinch.index', hand: 'either', trigger, action }
  const project = { ...desktop, id: ID, name: 'Shared by a friend', bindings: [binding] }
  const path = join(home, 'projects', `${ID}.json`)
  mkdirSync(join(home, 'projects'), { recursive: true })
  writeFileSync(path, JSON.stringify({ ...project, switching: { rules, isSticky: false } }))
  return path
}

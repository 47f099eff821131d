import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refusedIf, skipped, type Attempt, type AttackKind } from '../attempt.ts'
import { becomeOtherUser, WHY_NO_OTHER_USER } from '../means/other-user.ts'
import type { Attacked } from '../strike-all.ts'

const LOCK = join(import.meta.dirname, '../../../src/main/system/host/chromium/instance-lock.ts')
/** A start, as far as the lock: it is ready, is told to go, says whether it has the lock, and keeps it for a moment. */
const START = `const { takeInstanceLock } = await import(${JSON.stringify(LOCK)})
process.send('ready')
process.once('message', async () => {
  const lock = await (async () => takeInstanceLock(process.argv[1], () => undefined))().catch(() => ({ ok: false }))
  process.send(lock.ok ? 'taken' : 'refused')
  setTimeout(() => process.exit(0), 400)
})`
/** A Beckon that was killed: its socket stays. */
const KILLED = `require('net').createServer().listen(process.argv[1] + '/running.socket', () => process.kill(process.pid, 'SIGKILL'))`
const ROUNDS = 10

export const INSTANCE_LOCKS: AttackKind<Attacked> = {
  kind: 'two starts, taken sockets',
  attempts: () => [
    ...Array.from({ length: ROUNDS }, (_, round) => twoStarts(round + 1)),
    takenSocket('a listener of another user', 5000),
    takenSocket('a dead socket of another user', 0),
  ],
}

const twoStarts = (round: number): Attempt<Attacked> => ({
  what: `two starts in one moment after a crash, ${round}`,
  strike: () =>
    inFolder(async (folder) => {
      await gone(spawn(process.execPath, ['-e', KILLED, folder], { stdio: 'ignore' }))
      const starts = [start(folder), start(folder)]
      await Promise.all(starts.map(heard))
      const answers = starts.map(heard)
      for (const one of starts) one.send('go')
      const said = await Promise.all(answers)
      await Promise.all(starts.map(gone))
      const taken = said.filter((one) => one === 'taken').length
      return refusedIf(taken === 1, `${taken} of two have the lock`)
    }),
})

/** The place that an earlier Beckon listened at where its folder's path is long: anybody can work it out. */
const takenSocket = (what: string, forMs: number): Attempt<Attacked> => ({
  what,
  strike: async () => {
    const other = becomeOtherUser()
    if (other === undefined) return skipped(WHY_NO_OTHER_USER)
    return inFolder(async (folder) => {
      const long = join(folder, 'x'.repeat(100))
      mkdirSync(long, { mode: 0o700 })
      const name = createHash('sha256').update(long).digest('hex').slice(0, 16)
      const path = join(tmpdir(), `beckon-${name}.socket`)
      const squatting = other.attempt([{ kind: 'squat', path, forMs }])
      await (forMs === 0 ? squatting : new Promise((resolve) => setTimeout(resolve, 1500)))
      const one = start(long)
      await heard(one)
      one.send('go')
      const said = await heard(one)
      await Promise.all([gone(one), squatting])
      rmSync(path, { force: true })
      other.close()
      return refusedIf(said === 'taken', said === 'taken' ? 'it starts' : 'it does not start')
    })
  },
})

const start = (folder: string): ChildProcess =>
  spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', START, folder], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })

/** What it says next; nothing more when it ends. */
const heard = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('message', (said) => {
      resolve(String(said))
    })
    child.once('exit', () => {
      resolve('ended')
    })
  })

const gone = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise((resolve) => child.once('exit', resolve))
}

async function inFolder<Value>(use: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'beckon-lock-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

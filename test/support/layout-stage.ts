import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { vi } from 'vitest'
import type { Effect } from '../../src/core/action/effect.ts'
import { inEnglish } from '../../src/core/sentence/sentence.ts'
import { connectToX } from '../../src/main/system/output/x11/x-connection.ts'
import { createDispatcher } from '../../src/main/system/output/queue/dispatcher.ts'
import { openSystemSinks } from '../../src/main/system/output/sinks/system-sinks.ts'
import { watchHeld } from './held-on-x.ts'
import { until } from './until.ts'
import { startX } from './x11.ts'

/** The locks of a keyboard, as bits of its modifiers. */
export const LOCKS = { caps: 0b0010, num: 0b1_0000 } as const

/** Beckon's real way to the system on an X server of its own, whose keyboard can be given any layout. */
export async function openLayoutStage() {
  const x = await startX()
  vi.stubEnv('DISPLAY', x.name)
  const system = await openSystemSinks()
  const dispatcher = createDispatcher({
    sinks: system.sinks,
    desktop: system.desktop,
    nowMs: () => performance.now(),
    caps: { key: { count: 1000, perMs: 1 }, text: { count: 1000, perMs: 1 } },
  })
  const problems: string[] = []
  dispatcher.onProblem(({ message }) => problems.push(inEnglish(message)))
  const window = await x.watch()
  const keyboard = await connectToX(() => undefined)
  const held = await watchHeld(x.name)
  let marks = 0

  const act = async (...effects: readonly Effect[]): Promise<void> => {
    for (const effect of effects) dispatcher.dispatch({ effect, atMs: 0, cause: 'test' })
    await dispatcher.idle()
  }
  const readAfter = async (doIt: () => Promise<void>) => {
    const events = window.events().length
    const text = window.text().length
    problems.length = 0
    await doIt()
    // A click of our own marks the end: what came before it has arrived.
    marks += 1
    await x.xdotool('click', '9')
    await window.until((all) => all.filter((event) => event === 'release 9').length === marks)
    return {
      events: window
        .events()
        .slice(events)
        .filter((event) => !event.endsWith(' 9')),
      text: window.text().slice(text),
      problems: [...problems],
      down: await held.read(),
    }
  }
  return {
    x,
    system,
    act,
    /** What the window was sent, and what it read, because of these effects. */
    after: (...effects: readonly Effect[]) => readAfter(() => act(...effects)),
    /** As `after`, when a hand presses these keys. */
    afterKeycodes: (...keycodes: readonly number[]) =>
      readAfter(async () => {
        for (const keycode of keycodes) {
          keyboard.press(keycode)
          keyboard.release(keycode)
        }
        await keyboard.state()
      }),
    async setLayout(layout: string, variant?: string, group = 0) {
      await x.setLayout(layout, variant)
      keyboard.lock(0, 0, group)
      await keyboard.state()
    },
    async setLocks(modifiers: number) {
      keyboard.lock(LOCKS.caps | LOCKS.num, modifiers, undefined)
      await keyboard.state()
    },
    /** The group that is on and the modifiers that are locked. */
    async state() {
      const { group, lockedMods } = await keyboard.state()
      return { group, locks: lockedMods }
    },
    held: () => held.read(),
    close: async () => {
      await dispatcher.close()
      await system.close()
      keyboard.close()
      held.close()
      await x.close()
      vi.unstubAllEnvs()
    },
  }
}

/** Kills the process that presses the keys, as a crash of its library would, and waits until it is gone. */
export async function killInputProcess(): Promise<void> {
  const list = ['-o', 'pid=,args=', '--ppid', `${process.pid}`]
  const { stdout } = await promisify(execFile)('ps', list)
  const line = stdout.split('\n').find((each) => each.includes('input-process')) ?? ''
  const pid = Number.parseInt(line, 10)
  process.kill(pid, 'SIGKILL')
  await until('the process to be gone', () => {
    try {
      return process.kill(pid, 0) && false
    } catch {
      return true
    }
  })
}

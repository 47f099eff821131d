import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { missingPrograms, startX, type XDisplay, type XWatcher } from '../../../support/x11.ts'

const missing = missingPrograms('Xvfb', 'xdotool', 'xev', 'stdbuf')
const APP = join(import.meta.dirname, '../../../support/holding-app.ts')

describe.skipIf(missing.length > 0)(
  `what an app holds when it ends (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let x: XDisplay
    let window: XWatcher

    beforeAll(async () => {
      x = await startX()
      window = await x.watch()
    }, 20_000)
    afterAll(() => x.close())

    const eventsWhile = async (end: (app: ChildProcess) => void): Promise<readonly string[]> => {
      const before = window.events().length
      const app = spawn(process.execPath, [APP], {
        env: { ...process.env, DISPLAY: x.name },
        stdio: ['pipe', 'pipe', 'ignore'],
      })
      await once(app.stdout, 'data')
      await window.until((events) => events.length === before + 2)
      const exited = once(app, 'exit')
      end(app)
      await exited
      const events = await window.until((all) => all.length >= before + 4)
      return events.slice(before)
    }
    const LET_GO = ['press 1', 'key Shift_L', 'release 1', 'key-up Shift_L']

    it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('is let go at %s', async (signal) => {
      expect(await eventsWhile((app) => app.kill(signal))).toEqual(LET_GO)
    })

    it('is let go when the app is killed outright', async () => {
      expect(await eventsWhile((app) => app.kill('SIGKILL'))).toEqual(LET_GO)
    })

    it('is let go while the app hangs', async () => {
      const before = window.events().length
      const app = spawn(process.execPath, [APP], {
        env: { ...process.env, DISPLAY: x.name },
        stdio: ['pipe', 'pipe', 'ignore'],
      })
      await once(app.stdout, 'data')
      app.kill('SIGSTOP')
      const events = await window.until((all) => all.length >= before + 4)
      app.kill('SIGKILL')
      await once(app, 'exit')
      expect(events.slice(before)).toEqual(LET_GO)
    })

    it('is let go after an uncaught error', async () => {
      expect(await eventsWhile((app) => app.stdin?.write('throw\n'))).toEqual(LET_GO)
    })

    it('is let go when the app closes by itself', async () => {
      expect(await eventsWhile((app) => app.stdin?.write('close\n'))).toEqual(LET_GO)
    })
  },
)

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  createDispatcher,
  type Dispatcher,
} from '../../../src/main/system/output/queue/dispatcher.ts'
import {
  openSystemSinks,
  type SystemSinks,
} from '../../../src/main/system/output/sinks/system-sinks.ts'
import { listenToRealInput } from '../../../src/main/system/listening/real-input.ts'
import { appStage, type AppStage } from '../../support/app-stage.ts'
import { inWords } from '../../support/in-words.ts'
import { until } from '../../support/until.ts'
import { missingPrograms, startX, type XDisplay, type XWatcher } from '../../support/x11.ts'

const missing = missingPrograms('Xvfb', 'xdotool', 'xev', 'stdbuf')

/**
 * A real X server, the real listener, the real input library. What xdotool sends and what we send look alike to X (both are XTEST
 * events), so this shows more than a real keyboard would: our own keys are told apart by when they were sent, not by how.
 */
describe.skipIf(missing.length > 0)(
  `the real keyboard and mouse on X (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let x: XDisplay
    let system: SystemSinks
    let dispatcher: Dispatcher
    let stage: AppStage
    let window: XWatcher
    let keysHeard = 0

    beforeAll(async () => {
      x = await startX()
      vi.stubEnv('DISPLAY', x.name)
      system = await openSystemSinks()
      window = await x.watch()
      const { desktop, sinks } = system
      dispatcher = createDispatcher({ sinks, desktop, nowMs: () => performance.now() })
      let heard = (): void => undefined
      const isHearing = new Promise<void>((resolve) => (heard = resolve))
      stage = await appStage({
        options: { project: 'presentation' },
        services: {
          desktop,
          dispatcher,
          pointerPosition: () => sinks.pointer.position(),
        },
        listen: async (hear) => {
          const opened = await listenToRealInput({
            ...hear,
            onKey: () => {
              keysHeard += 1
              hear.onKey()
            },
          })
          heard()
          return opened
        },
      })
      await isHearing
    }, 60_000)
    afterAll(async () => {
      await stage.close()
      await system.close()
      await x.close()
      vi.unstubAllEnvs()
    })

    const hint = (): unknown => inWords(stage.app.stateStore.current().hint)
    /** Whatever came before is over. */
    async function calm(): Promise<void> {
      stage.wait(10_000)
      await until('calm', () => hint() !== 'You are typing.' && hint() !== 'You have the mouse.')
      await stage.hands(700, { shape: 'relaxed', at: [0.65, 0.55] })
      // The pointer glides on the stage's clock: let it arrive.
      stage.wait(100)
      let last = await x.pointer()
      for (let same = 0; same < 3;) {
        const now = await x.pointer()
        same = now.x === last.x && now.y === last.y ? same + 1 : 0
        last = now
      }
    }

    it('lets gestures wait while xdotool types', async () => {
      await calm()
      await x.xdotool('key', 'a')
      await until('typing to be noticed', () => hint() === 'You are typing.')
      const before = await x.pointer()
      await stage.hands(800, { shape: 'relaxed', at: [0.3, 0.3] })
      expect(await x.pointer()).toEqual(before)
    })
    it('does not take Control, held while a hand clicks, for typing', async () => {
      await calm()
      await x.xdotool('keydown', 'ctrl', 'keyup', 'ctrl', 'key', 'F8')
      await window.until((events) => events.includes('key-up F8'))
      await until('typing to be noticed', () => hint() === 'You are typing.')
      await calm()
      await x.xdotool('keydown', 'ctrl', 'keyup', 'ctrl')
      await stage.hands(800, { shape: 'relaxed', at: [0.5, 0.5] })
      expect(hint()).not.toBe('You are typing.')
    })
    it('does not take keys that gestures press for typing', async () => {
      await calm()
      const before = keysHeard
      // At a camera's pace: what comes back from X comes in real time, and must not seem late on the stage's clock.
      await until('our key to be heard', async () => {
        await stage.hands(33, { shape: 'fist' })
        await new Promise((resolve) => setTimeout(resolve, 33))
        return keysHeard > before
      })
      expect(hint()).not.toBe('You are typing.')
      await window.until((events) => events.includes('key b'))
    })
    it('does not take a key that a gesture holds down, and that repeats, for typing', async () => {
      await calm()
      const at = keysHeard
      dispatcher.dispatch({
        effect: { kind: 'key.press', keys: ['space'] },
        atMs: 0,
        cause: 'test',
      })
      await until('the key to repeat', () => keysHeard > at + 3)
      await stage.hands(600, { shape: 'relaxed', at: [0.65, 0.55] })
      const before = keysHeard
      await until('the key to go on repeating', () => keysHeard > before + 3)
      expect([hint() === 'You are typing.', dispatcher.held().keys]).toEqual([false, ['space']])
      await stage.app.session.letGo('overruled')
    })
    it('gives way when xdotool moves the mouse', async () => {
      await calm()
      await x.xdotool('mousemove', '900', '650')
      await until('the mouse to be noticed', () => hint() === 'You have the mouse.')
      // A move that was on its way may still arrive; none follows.
      await stage.hands(100, { shape: 'relaxed', at: [0.65, 0.55] })
      const left = await x.pointer()
      await stage.hands(600, { shape: 'relaxed', at: [0.3, 0.3] })
      expect(await x.pointer()).toEqual(left)
    })
  },
)

describe.skipIf(process.platform !== 'linux')('without a display', () => {
  it('says that gestures do not wait for the keyboard', async () => {
    vi.stubEnv('DISPLAY', ':77')
    const nothing = (): void => undefined
    const opened = await listenToRealInput({ onKey: nothing, onMotion: nothing, onEnd: nothing })
    vi.unstubAllEnvs()
    const said = opened.ok ? 'listening' : inWords(opened.problem.message)
    expect(said).toContain('cannot tell when you type')
  }, 20_000)
})

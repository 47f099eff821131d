import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Effect } from '../../../../src/core/action/effect.ts'
import { inEnglish } from '../../../../src/core/sentence/sentence.ts'
import {
  createDispatcher,
  type Dispatcher,
} from '../../../../src/main/system/output/queue/dispatcher.ts'
import { knownKeys } from '../../../../src/main/system/output/input/key-names.ts'
import {
  openSystemSinks,
  type SystemSinks,
} from '../../../../src/main/system/output/sinks/system-sinks.ts'
import { killInputProcess } from '../../../support/layout-stage.ts'
import { inWords } from '../../../support/in-words.ts'
import { missingPrograms, startX, type XDisplay, type XWatcher } from '../../../support/x11.ts'

const missing = missingPrograms('Xvfb', 'xdotool', 'xev', 'stdbuf')

describe.skipIf(missing.length > 0)(
  `real input on X (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let x: XDisplay
    let system: SystemSinks
    let dispatcher: Dispatcher
    let window: XWatcher
    const problems: string[] = []

    beforeAll(async () => {
      x = await startX()
      vi.stubEnv('DISPLAY', x.name)
      system = await openSystemSinks()
      dispatcher = createDispatcher({
        sinks: system.sinks,
        desktop: system.desktop,
        nowMs: () => performance.now(),
        caps: { key: { count: 1000, perMs: 1 } },
      })
      dispatcher.onProblem((problem) => problems.push(inEnglish(problem.message)))
      window = await x.watch()
    }, 20_000)
    afterAll(async () => {
      await dispatcher.close()
      await system.close()
      await x.close()
      vi.unstubAllEnvs()
    })

    const after = async (...effects: readonly Effect[]): Promise<readonly string[]> => {
      const before = window.events().length
      for (const effect of effects) dispatcher.dispatch({ effect, atMs: 0, cause: 'test' })
      await dispatcher.idle()
      // A key of our own marks the end: what came before it has arrived.
      await x.xdotool('key', 'F9')
      const events = await window.until((all) => all.slice(before).includes('key-up F9'))
      return events.slice(before, events.indexOf('key F9', before))
    }

    it('knows the size of the desktop', () => {
      expect(system.desktop).toMatchObject({ left: 0, top: 0, width: 1280, height: 800 })
    })

    it('moves the pointer, and reads it back', async () => {
      await after({ kind: 'pointer.move', to: { x: 321, y: 123 } })
      expect(await x.pointer()).toEqual({ x: 321, y: 123 })
      expect(await system.sinks.pointer.position()).toEqual({ x: 321, y: 123 })
    })

    it('clamps a move to the desktop', async () => {
      await after({ kind: 'pointer.move', to: { x: 9999, y: -50 } })
      expect(await x.pointer()).toEqual({ x: 1279, y: 0 })
    })

    it('clicks each button, once and twice', async () => {
      const at = { x: 200, y: 200 }
      expect(
        await after(
          { kind: 'pointer.click', button: 'left', count: 1, at },
          { kind: 'pointer.click', button: 'right', count: 1, at },
          { kind: 'pointer.click', button: 'middle', count: 2, at },
        ),
      ).toEqual([
        ...['press 1', 'release 1', 'press 3', 'release 3'],
        ...['press 2', 'release 2', 'press 2', 'release 2'],
      ])
    })

    it('drags: presses where it was aimed, moves, lets go', async () => {
      const events = await after(
        { kind: 'pointer.press', button: 'left', at: { x: 100, y: 100 } },
        { kind: 'pointer.move', to: { x: 300, y: 260 } },
        { kind: 'pointer.release', button: 'left' },
      )
      expect(events).toEqual(['press 1', 'release 1'])
      expect(await x.pointer()).toEqual({ x: 300, y: 260 })
      expect(dispatcher.held()).toEqual({ buttons: [], keys: [] })
    })

    it('zooms by the wheel while Control is down, and lets go of it', async () => {
      const notch = (button: number): string[] => [`press ${button}`, `release ${button}`]
      expect(await after({ kind: 'pointer.zoom', inNotches: 2 })).toEqual([
        'key Control_L',
        ...notch(4),
        ...notch(4),
        'key-up Control_L',
      ])
      expect(await after({ kind: 'pointer.zoom', inNotches: -1 })).toEqual([
        'key Control_L',
        ...notch(5),
        'key-up Control_L',
      ])
    })

    it('scrolls down and right for positive notches', async () => {
      const wheel = (button: number, count: number): string[] =>
        Array.from({ length: count }, () => [`press ${button}`, `release ${button}`]).flat()
      expect(await after({ kind: 'pointer.scroll', rightNotches: 0, downNotches: 3 })).toEqual(
        wheel(5, 3),
      )
      expect(await after({ kind: 'pointer.scroll', rightNotches: 0, downNotches: -2 })).toEqual(
        wheel(4, 2),
      )
      expect(await after({ kind: 'pointer.scroll', rightNotches: 1, downNotches: 0 })).toEqual(
        wheel(7, 1),
      )
      expect(await after({ kind: 'pointer.scroll', rightNotches: -1, downNotches: 0 })).toEqual(
        wheel(6, 1),
      )
    })

    it('presses chords in order and lets go in reverse', async () => {
      expect(await after({ kind: 'key.chord', keys: ['control', 'shift', 'a'] })).toEqual([
        ...['key Control_L', 'key Shift_L', 'key A'],
        ...['key-up A', 'key-up Shift_L', 'key-up Control_L'],
      ])
    })

    it('holds keys until they are released', async () => {
      expect(await after({ kind: 'key.press', keys: ['alt'] })).toEqual(['key Alt_L'])
      expect(dispatcher.held().keys).toEqual(['alt'])
      expect(await after({ kind: 'key.release', keys: ['alt'] })).toEqual(['key-up Alt_L'])
    })

    it('types letters, symbols and other scripts', async () => {
      const events = await after({ kind: 'key.text', text: 'aB1!é€' })
      const typed = events.filter((event) => /^key (?!Shift)/.test(event))
      expect(typed).toEqual(['key a', 'key B', 'key 1', 'key exclam', 'key eacute', 'key U20AC'])
    })

    it('types them right into a window that is too busy to look', async () => {
      const before = window.events().length
      window.freeze()
      dispatcher.dispatch({ effect: { kind: 'key.text', text: 'é€ж€é' }, atMs: 0, cause: 'test' })
      await dispatcher.idle()
      window.thaw()
      await x.xdotool('key', 'F9')
      const events = await window.until((all) => all.slice(before).includes('key-up F9'))
      const typed = events.slice(before).filter((event) => /^key (?!F9)/.test(event))
      expect(typed).toEqual(
        ['eacute', 'U20AC', 'U0436', 'U20AC', 'eacute'].map((name) => `key ${name}`),
      )
    })

    it('has every key that a project may name', async () => {
      problems.length = 0
      for (const key of knownKeys) await after({ kind: 'key.chord', keys: [key] })
      expect(problems).toEqual([])
    }, 30_000)

    it('outlives its input process: a drag goes on and ends in a new one', async () => {
      await after({ kind: 'pointer.press', button: 'left', at: { x: 50, y: 50 } })
      problems.length = 0
      await killInputProcess()
      await after({ kind: 'pointer.move', to: { x: 60, y: 60 } })
      expect(await after({ kind: 'pointer.release', button: 'left' })).toEqual(['release 1'])
      expect(await x.pointer()).toEqual({ x: 60, y: 60 })
      expect(problems).toEqual([])
    })

    it('lets go of everything at once', async () => {
      const at = { x: 400, y: 400 }
      await after(
        { kind: 'pointer.press', button: 'left', at },
        { kind: 'key.press', keys: ['shift'] },
      )
      const before = window.events().length
      await dispatcher.releaseAll('test')
      const events = await window.until((all) => all.slice(before).length >= 2)
      expect(events.slice(before)).toEqual(['release 1', 'key-up Shift_L'])
      expect(dispatcher.held()).toEqual({ buttons: [], keys: [] })
    })
  },
)

describe('a computer without a display', () => {
  it.each(['', ':9999'])('is named (DISPLAY=%j), and the app lives on', async (display) => {
    vi.stubEnv('DISPLAY', display)
    const system = await openSystemSinks()
    expect(system.canMovePointer).toBe(false)
    expect(inWords(system.problems[0])).toEqual({
      stage: 'output',
      severity: 'high',
      message: expect.stringContaining('no X display'),
      fix: expect.stringContaining('DISPLAY'),
    })
    await system.sinks.pointer.move({ x: 1, y: 1 })
    await system.close()
    vi.unstubAllEnvs()
  })
})

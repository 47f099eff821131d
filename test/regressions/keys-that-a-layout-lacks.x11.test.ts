import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Effect } from '../../src/core/action/effect.ts'
import { killInputProcess, LOCKS, openLayoutStage } from '../support/layout-stage.ts'
import { missingPrograms } from '../support/x11.ts'

const missing = missingPrograms('Xvfb', 'xdotool', 'xev', 'stdbuf', 'setxkbmap')
const AT = { x: 100, y: 100 }
const chord = (...keys: readonly string[]): Effect => ({ kind: 'key.chord', keys: [...keys] })
const press = (...keys: readonly string[]): Effect => ({ kind: 'key.press', keys: [...keys] })
const release = (...keys: readonly string[]): Effect => ({ kind: 'key.release', keys: [...keys] })
const DRAG: Effect = { kind: 'pointer.press', button: 'left', at: AT }
const DROP: Effect = { kind: 'pointer.release', button: 'left' }

/** X ended the process that pressed a key which the layout lacks: what had been pressed stayed down, and nothing worked any more. */
describe.skipIf(missing.length > 0)(
  `keys on other layouts (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let stage: Awaited<ReturnType<typeof openLayoutStage>>
    beforeAll(async () => {
      stage = await openLayoutStage()
    })
    afterAll(() => stage.close())

    it.each([
      ['de', ['alt', 'grave']],
      ['es', ['control', 'grave']],
      ['pt', ['control', 'shift', 'grave', 'a']],
      ['ru', ['alt', 'left-bracket']],
      ['se', ['grave']],
    ] as const)('%s: %j is refused whole, in the middle of a drag', async (layout, keys) => {
      await stage.setLayout(layout)
      await stage.after(DRAG)
      const refused = await stage.after(chord(...keys))
      expect(refused).toMatchObject({ events: [], down: ['button 1'] })
      expect(refused.problems.join()).toMatch(/does not have that key.*: (grave|left-bracket)\./)
      const to = { x: 300, y: 200 }
      expect(await stage.after({ kind: 'pointer.move', to }, DROP)).toMatchObject({
        events: ['release 1'],
        problems: [],
        down: [],
      })
      expect(await stage.x.pointer()).toEqual(to)
    })

    it('is refused also after a text has borrowed a key for the same letter', async () => {
      await stage.setLayout('de')
      expect((await stage.after({ kind: 'key.text', text: '`' })).text).toBe('`')
      expect((await stage.after(chord('alt', 'grave'))).events).toEqual([])
    })

    it('is refused when it is to be held, and letting go of it lets go of nothing else', async () => {
      await stage.setLayout('de')
      await stage.after(press('shift'))
      expect((await stage.after(press('alt', 'grave'))).events).toEqual([])
      expect((await stage.after(release('alt', 'grave'))).problems).toEqual([])
      expect(await stage.held()).toEqual(['key 50'])
      expect((await stage.after(release('shift'))).down).toEqual([])
    })

    it.each([
      ['gb', undefined, 'ISO_Level3_Shift', '€', '4'],
      ['fr', undefined, 'ISO_Level3_Shift', '€', 'e'],
      ['de', 'neo', 'ISO_Level3_Shift', '<', 'h'],
      ['us', undefined, 'Alt_R', 'e', 'e'],
    ] as const)('%s %s: right-alt is %s', async (layout, variant, keysym, text, key) => {
      await stage.setLayout(layout, variant)
      const pressed = await stage.after(chord('right-alt', key))
      expect(pressed.events[0]).toBe(`key ${keysym}`)
      expect(pressed).toMatchObject({ text, problems: [], down: [] })
    })

    it.each([
      ['ru', 0],
      ['gr', 0],
      ['il', 0],
      ['us,ru', 1],
      ['ara,us', 0],
    ] as const)('%s, group %i: Ctrl+C is Ctrl+C', async (layout, group) => {
      await stage.setLayout(layout, undefined, group)
      const { events, problems, down } = await stage.after(chord('control', 'c'))
      expect(events).toEqual(['key Control_L', 'key c', 'key-up c', 'key-up Control_L'])
      expect([...problems, ...down]).toEqual([])
      expect((await stage.state()).group).toBe(group)
    })

    it.each([
      ['fr', '1', ['1']],
      ['cz', '2', ['2']],
      ['de', 'slash', ['Shift_L', 'slash']],
      ['es', 'left-bracket', ['ISO_Level3_Shift', 'bracketleft']],
    ] as const)('%s: Ctrl+%s comes as a person presses it', async (layout, key, keysyms) => {
      await stage.setLayout(layout)
      const { events, down } = await stage.after(chord('control', key))
      const pressed = events.filter((event) => event.startsWith('key '))
      expect(pressed).toEqual(['Control_L', ...keysyms].map((keysym) => `key ${keysym}`))
      expect(down).toEqual([])
    })

    it('letters that are borrowed for chords change nothing of the layout', async () => {
      await stage.setLayout('ru')
      for (const key of ['c', 'v', 'q', '1']) await stage.after(chord('control', key))
      expect((await stage.state()).group).toBe(0)
      const keys = [38, 54, 55, 24, 10]
      const { text } = await stage.afterKeycodes(...keys)
      expect(text).toBe('фсмй1')
    })

    it.each([0, LOCKS.num, LOCKS.caps])('digits of the keypad are digits, locks %i', async (on) => {
      await stage.setLayout('us')
      await stage.setLocks(on)
      expect(await stage.after(chord('numpad-5'))).toMatchObject({ text: '5', down: [] })
      expect((await stage.state()).locks).toBe(on)
      await stage.setLocks(0)
    })

    it.each([
      ['de', 'us', ['z']],
      ['ru', 'us', ['control', 'c']],
      ['us', 'fr', ['right-alt', 'a']],
      ['us,ru', 'gr', ['w', 'shift']],
    ] as const)('%s, then %s: %j held meanwhile is let go of', async (before, after, keys) => {
      await stage.setLayout(before)
      await stage.after(press(...keys))
      await stage.setLayout(after)
      expect(await stage.after(release(...keys))).toMatchObject({ problems: [], down: [] })
    })

    it('a key of another group repeats as itself, and the group comes back', async () => {
      await stage.setLayout('us,ru', undefined, 1)
      await stage.after(press('w'))
      expect(await stage.state()).toEqual({ group: 0, locks: 0 })
      await stage.after(release('w'))
      expect(await stage.state()).toEqual({ group: 1, locks: 0 })
    })

    it.each(['de', 'us'])(
      'what a killed input process held is let go of, also when the layout has become %s',
      async (after) => {
        await stage.setLayout('de')
        await stage.after(press('control', 'z'))
        await stage.setLayout(after)
        await killInputProcess()
        expect(await stage.after(release('control', 'z'))).toMatchObject({ problems: [], down: [] })
      },
    )
  },
)

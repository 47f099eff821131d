import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Effect } from '../../src/core/action/effect.ts'
import { LOCKS, openLayoutStage } from '../support/layout-stage.ts'
import { missingPrograms } from '../support/x11.ts'

const missing = missingPrograms('Xvfb', 'xdotool', 'xev', 'stdbuf', 'setxkbmap')
const PLAIN = 'Hello zy 123'
const TEXT = 'Hello zy 123 a@b.de "q{}[]|~^`\\" Größe €5 привет ΔΩ İıŞğ\t👍\n日'
const type = (text: string): Effect => ({ kind: 'key.text', text })

/** Letters, digits and spaces were typed by their place on an American keyboard, whatever layout was on. */
describe.skipIf(missing.length > 0)(
  `text on other layouts (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let stage: Awaited<ReturnType<typeof openLayoutStage>>
    beforeAll(async () => {
      stage = await openLayoutStage()
    })
    afterAll(() => stage.close())

    it.each([
      ['us', undefined, 0],
      ['fr', undefined, 0],
      ['us,de', undefined, 1],
      ['us,ru', undefined, 1],
      ['us,fr,gr,ru', undefined, 3],
      ['il,us', undefined, 0],
      ['ru', undefined, 0],
      ['gr', undefined, 0],
      ['tr', 'f', 0],
      ['jp', undefined, 0],
      ['us', 'dvorak', 0],
      ['us', 'intl', 0],
      ['de', 'neo', 0],
      ['fr', 'bepo', 0],
      ['lt', undefined, 0],
      ['th', undefined, 0],
    ] as const)('%s %s, group %i: what is asked appears', async (layout, variant, group) => {
      await stage.setLayout(layout, variant, group)
      expect(await stage.after(type(PLAIN))).toMatchObject({ text: PLAIN, problems: [] })
      expect(await stage.after(type(TEXT))).toMatchObject({ text: TEXT, problems: [], down: [] })
      expect(await stage.state()).toEqual({ group, locks: 0 })
    })

    it.each([
      ['caps lock', LOCKS.caps],
      ['num lock', LOCKS.num],
      ['both', LOCKS.caps | LOCKS.num],
    ])('with %s on, as without, and it stays on', async (_, locks) => {
      await stage.setLayout('fr,ru', undefined, 1)
      await stage.setLocks(locks)
      const text = 'aB é É ß 1.5 привет ПРИВЕТ'
      expect((await stage.after(type(text))).text).toBe(text)
      expect(await stage.state()).toEqual({ group: 1, locks })
      await stage.setLocks(0)
    })

    it.each([['shift'], ['control'], ['control', 'alt'], ['right-alt']])(
      'while %s is held, as without, and it stays held',
      async (...keys) => {
        await stage.setLayout('de')
        await stage.after({ kind: 'key.press', keys })
        const before = await stage.held()
        expect(await stage.after(type('aB1€'))).toMatchObject({ text: 'aB1€', down: before })
        const { down } = await stage.after({ kind: 'key.release', keys })
        expect(down).toEqual([])
      },
    )

    it('goes on rightly when the layout is switched in the middle', async () => {
      await stage.setLayout('us,ru')
      const text = 'zyqwam1234 '.repeat(20)
      const typed = stage.after(type(text))
      for (const layout of ['de', 'fr', 'ru', 'us,ru']) await stage.setLayout(layout)
      await stage.setLayout('us,ru', undefined, 1)
      const { text: got } = await typed
      // A stroke that is under way when the map changes under it may be read by the new one.
      expect(got.length).toBe(text.length)
      expect([...got].filter((letter, at) => letter !== text[at]).length).toBeLessThan(5)
    })

    it('leaves out what no key can say', async () => {
      await stage.setLayout('us')
      expect((await stage.after(type('a\u0000\r\n\u001b\u007f\u0085b'))).text).toBe('a\nb')
    })
  },
)

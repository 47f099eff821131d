import { expect, test } from 'vitest'
import type { Effect } from './effect.ts'
import { checkEffect, effectTraits, isOurs, mergeEffects } from './effect-traits.ts'

const AT = { x: 1, y: 2 }
const move = (x: number): Effect => ({ kind: 'pointer.move', to: { x, y: 0 } })
const scroll = (rightNotches: number, downNotches: number): Effect => ({
  ...{ kind: 'pointer.scroll', rightNotches, downNotches },
})
const zoom = (inNotches: number): Effect => ({ kind: 'pointer.zoom', inNotches })
const step = (stepRatio: number): Effect => ({ kind: 'volume.step', stepRatio })
const level = (levelRatio: number): Effect => ({ kind: 'volume.set', levelRatio })
const mute = (muted: boolean | 'toggle'): Effect => ({ kind: 'volume.mute', muted })
const press: Effect = { kind: 'pointer.press', button: 'left', at: AT }
const key: Effect = { kind: 'key.chord', keys: ['a'] }

test.each<readonly [string, Effect, Effect, Effect | undefined]>([
  ['a newer move replaces one that waits', move(1), move(2), move(2)],
  ['a newer level replaces one that waits', level(0.1), level(0.2), level(0.2)],
  ['notches add up', scroll(1, 2), scroll(-3, 4), scroll(-2, 6)],
  ['zooming adds up', zoom(1), zoom(2), zoom(3)],
  ['volume steps add up', step(0.25), step(0.5), step(0.75)],
  ['being mute replaces a toggle', mute('toggle'), mute(true), mute(true)],
  ['a toggle goes by what was before it', mute(true), mute('toggle'), undefined],
  ['a press is not left out', press, press, undefined],
  ['a key is not left out', key, key, undefined],
  ['a move does not replace a press', press, move(1), undefined],
])('%s', (_what, waiting, next, merged) => {
  expect(mergeEffects(waiting, next)).toEqual(merged)
})

const machine = {
  desktop: { left: 0, top: 0, width: 100, height: 50 },
  isKey: (name: string) => name === 'a',
}

test.each<readonly [string, Effect, Effect]>([
  ['a move stays on the desktop, on whole pixels', move(250.4), move(99)],
  [
    'a press stays on the desktop',
    { ...press, at: { x: -3, y: 7.6 } },
    { ...press, at: { x: 0, y: 8 } },
  ],
  ['scrolling is in whole notches, and not endless', scroll(1.9, -900), scroll(1, -50)],
  ['zooming is in whole notches, and not endless', zoom(90), zoom(50)],
  ['a level is 0 to 1', level(1.5), level(1)],
  ['a step is at most the whole way', step(-3), step(-1)],
  ['a key that there is', key, key],
])('%s', (_what, effect, value) => {
  expect(checkEffect(effect, machine)).toEqual({ ok: true, value })
})

test.each<readonly [Effect, string]>([
  [move(NaN), 'The pointer was not moved: its target is not a number.'],
  [scroll(NaN, 0), 'Nothing was scrolled: the distance is not a number.'],
  [zoom(Infinity), 'A zoom that is not a number was not done.'],
  [level(NaN), 'A volume that is not a number was not set.'],
  [step(NaN), 'A volume step that is not a number was not taken.'],
  [{ kind: 'key.press', keys: ['a', 'b', 'c'] }, 'There is no key called "b", "c".'],
  [
    { kind: 'key.text', text: 'x'.repeat(2001) },
    'A text of 2001 characters was not typed; 2000 is the most.',
  ],
])('%o may not reach the system', (effect, message) => {
  expect(checkEffect(effect, machine)).toEqual({ ok: false, problem: { message } })
})

test('what lets go is never capped', () => {
  expect(effectTraits['pointer.release'].cap).toBeUndefined()
  expect(effectTraits['key.release'].cap).toBeUndefined()
})

test('mode, project and the spelled word are the app’s own to change', () => {
  const own = Object.keys(effectTraits).filter((kind) => isOurs({ kind } as Effect))
  expect(own).toEqual(['spelling', 'project.switch', 'project.step', 'mode'])
})

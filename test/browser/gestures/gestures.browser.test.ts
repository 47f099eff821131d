import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Project } from '../../../src/core/project/project.ts'
import { ok } from '../../../src/contract/boundary/result.ts'
import {
  axeViolations,
  buttonNamed,
  fineState,
  openWindow,
  prefer,
  shownText,
  soon,
  type OpenedWindow,
} from '../../support/page/page-stage.ts'
import { ARMS_UP, madeUpBody } from '../../support/body/made-up-body.ts'
import { frameOf, handAt, pinchedHand, recordedHand } from '../../support/page/recorded-frames.ts'

let opened: OpenedWindow
const lastSaved = (): Project | undefined =>
  opened.end.asked
    .filter(({ name }) => name === 'saveProject')
    .map(({ payload }) => (payload as { project: Project }).project)
    .at(-1)
afterEach(() => opened.close())

const binding = {
  ...{ gesture: 'pinch.index', hand: 'either', companions: [] },
  trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
  action: { kind: 'media', command: 'next' },
}
const NEXT = { kind: 'media', command: 'next' } as const
const project = {
  pointer: { hand: 'either' },
  classifiers: { pinch: { touchRatio: 0.3, partRatio: 0.45 } },
  bindings: [binding],
}

test('the meter fills as the fingers close, and turns past its line', async () => {
  opened = openWindow('gestures', (name) =>
    name === 'saveProject'
      ? ok({ kind: 'saved', revision: '2', inactive: [] })
      : ok(name === 'readProject' ? { project, revision: '1', origin: 'own', inactive: [] } : {}),
  )
  opened.end.tell('state', fineState)
  opened.end.tell('projects', [
    { id: 'desktop', name: 'Desktop', gestures: [{ gesture: 'pinch.index', action: NEXT }] },
  ])
  const bar = await soon(() => {
    const found = document.querySelector<HTMLElement>('.meter span')
    expect(found).not.toBeNull()
    return found!
  })
  const hand = recordedHand()
  const levelAt = async (closed: number, atMs: number): Promise<number> => {
    await soon(() => {
      opened.frames.publish(frameOf([pinchedHand(hand, closed)], atMs))
      expect(bar.style.transform).not.toBe('')
    })
    return Number(/scaleX\((.*)\)/.exec(bar.style.transform)?.[1])
  }
  const open = await levelAt(0, 100)
  expect(bar.classList.contains('past')).toBe(false)
  expect(await levelAt(1, 200)).toBeGreaterThan(open + 0.3)
  expect(bar.classList.contains('past')).toBe(true)
  expect(document.querySelectorAll('.meter i')).toHaveLength(2)
  const line = document.querySelector<HTMLInputElement>('main input[type=range]')!
  expect(line.value).toBe('70')
  line.focus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await soon(() => expect(lastSaved()?.classifiers['pinch']).toMatchObject({ touchRatio: 0.28 }))
  expect(await axeViolations()).toEqual([])

  // Who looks at a card sees its hand perform the gesture, unless they want nothing to move.
  line.blur()
  await prefer('light', 'no-preference')
  line.focus()
  const picture = await soon(() => {
    const found = line.closest('li')?.querySelector('img')
    expect(found).toBeTruthy()
    return found!
  })
  const seen = new Set<string>()
  await soon(() => expect(seen.add(picture.src).size).toBeGreaterThan(3))
  line.blur()
})

const calibrations = (pinch: { touchRatio: number; partRatio: number }) => ({
  right: {
    ...{ restNoisePalms: 0.006, minCutoffHz: 2.2, pinch },
    reach: { widthPalms: 4, heightPalms: 2.4, centre: { x: 0.6, y: 0.5 } },
  },
})
const onlyLine = (): HTMLInputElement =>
  document.querySelector<HTMLInputElement>('main li input[type=range]')!

test('for a calibrated hand the line is where its pinch acts, and one that is moved acts there', async () => {
  opened = openWindow('gestures', (name) =>
    name === 'saveProject'
      ? ok({ kind: 'saved', revision: '2', inactive: [] })
      : ok(name === 'readProject' ? { project, revision: '1', origin: 'own', inactive: [] } : {}),
  )
  opened.end.tell('state', fineState)
  await soon(() => expect(onlyLine().value).toBe('70'))
  expect(shownText()).not.toContain('itted to your hand')
  opened.end.tell('calibrations', calibrations({ touchRatio: 0.42, partRatio: 0.6 }))
  await soon(() => expect(onlyLine().value).toBe('58'))
  expect(shownText()).toContain('Fitted to your hand. A line that you move')
  expect(shownText()).toContain('Tips touch below: 0.42')
  const lines = [...document.querySelectorAll<HTMLElement>('.meter i')]
  expect(lines.map(({ style }) => style.insetInlineStart)).toEqual(['58%', '40%'])

  // As near as this hand has to come, and no nearer.
  const bar = document.querySelector<HTMLElement>('.meter span')!
  await soon(() => {
    opened.frames.publish(frameOf([handAt(0.38)], 100))
    expect(bar.classList.contains('past')).toBe(true)
  })
  expect(await axeViolations()).toEqual([])

  onlyLine().focus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  const own = { touchRatio: 0.4, partRatio: 0.58, fitsHand: false }
  await soon(() => expect(lastSaved()?.classifiers['pinch']).toEqual(own))
  expect(onlyLine().value).toBe('60')
  expect(shownText()).toContain('This project has lines of its own')

  // Back to the hand's, by the tick that says so.
  const tick = [...document.querySelectorAll('label')].find(
    ({ innerText }) => innerText.trim() === 'Fitted to your hand',
  )
  tick!.click()
  await soon(() => expect(lastSaved()?.classifiers['pinch']).toMatchObject({ fitsHand: true }))
  expect(onlyLine().value).toBe('58')
})

test('a limit that is moved starts from where it is for the hand', async () => {
  opened = openWindow('gestures', (name) =>
    name === 'saveProject'
      ? ok({ kind: 'saved', revision: '2', inactive: [] })
      : ok(name === 'readProject' ? { project, revision: '1', origin: 'own', inactive: [] } : {}),
  )
  opened.end.tell('state', fineState)
  opened.end.tell('calibrations', calibrations({ touchRatio: 0.42, partRatio: 0.6 }))
  const touch = await soon(() => {
    const [found] = document.querySelectorAll<HTMLInputElement>('main .options input[type=range]')
    expect(found?.value).toBe('0.42')
    return found!
  })
  touch.focus()
  await userEvent.keyboard('{ArrowLeft}')
  const own = { touchRatio: 0.41, partRatio: 0.6, fitsHand: false }
  await soon(() => expect(lastSaved()?.classifiers['pinch']).toEqual(own))
  expect(onlyLine().value).toBe('59')
})

test('the line is where shadow mode holds it, and the page says so', async () => {
  const fist = { ...binding, gesture: 'pose.fist' }
  const palm = { ...binding, gesture: 'pose.thumbs-up' }
  const mine = { id: 'desktop', classifiers: { pose: {} }, bindings: [fist, palm] }
  opened = openWindow('gestures', (name) =>
    ok(name === 'readProject' ? { project: mine, revision: '1', origin: 'own', inactive: [] } : {}),
  )
  opened.end.tell('state', fineState)
  await soon(() => expect(onlyLine().value).toBe('50'))
  opened.end.tell('thresholds', {
    desktop: { 'pose.fist': { minScore: 0.93 }, 'pose.thumbs-up': { isOff: true } },
    browser: { 'pose.fist': { minScore: 0.99 } },
  })
  await soon(() => expect(onlyLine().value).toBe('93'))
  expect(shownText()).toContain('Only when at least 93 % sure, as you accepted in shadow mode.')
  expect(shownText()).toContain('Switched off, as you accepted in shadow mode.')
  expect(document.querySelectorAll('.meter i')).toHaveLength(1)
  expect(await axeViolations()).toEqual([])
})

test('each gesture of a project is one card with a line for each binding, and options of its classifier', async () => {
  const fist = (minScore: number) => ({
    ...{ ...binding, gesture: 'pose.fist' },
    trigger: { ...binding.trigger, minScore },
  })
  const mine = { classifiers: { pose: {}, swipe: {} }, bindings: [fist(0), fist(0.9)] }
  opened = openWindow('gestures', (name) =>
    name === 'saveProject'
      ? ok({ kind: 'saved', revision: '2', inactive: [] })
      : ok(
          name === 'readProject'
            ? { project: mine, revision: '1', origin: 'own', inactive: [] }
            : {},
        ),
  )
  opened.end.tell('state', fineState)
  await soon(() => expect(document.querySelectorAll('.meter')).toHaveLength(1))
  const lines = [...document.querySelectorAll<HTMLElement>('.meter i')]
  expect(lines.map(({ style }) => style.insetInlineStart)).toEqual(['50%', '90%'])
  const sliders = [...document.querySelectorAll<HTMLInputElement>('main input[type=range]')]
  expect(sliders.map(({ value, min }) => `${value} of ${min}`)).toEqual([
    ...['1.5 of 0.5', '400 of 100', '50 of 0'],
  ])
  const [, , line] = sliders
  line!.value = '20'
  line!.dispatchEvent(new Event('input', { bubbles: true }))
  expect(line!.value).toBe('50')
  for (const one of sliders) expect(one.getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
  await userEvent.selectOptions(
    document.querySelector<HTMLSelectElement>('main select')!,
    'any hand',
  )
  await soon(() => expect(lastSaved()?.classifiers['swipe']).toEqual({ shape: 'any' }))
  expect(await axeViolations()).toEqual([])
})

test('the rest of the library stands below, and leads to where it is bound', async () => {
  opened = openWindow('gestures', (name) =>
    ok(name === 'readProject' ? { project, revision: '1', origin: 'own', inactive: [] } : {}),
  )
  opened.end.tell('state', fineState)
  const families = await soon(() => {
    const found = [...document.querySelectorAll('summary')]
    expect(found.length).toBeGreaterThan(4)
    return found
  })
  families.find((one) => one.textContent.includes('Finger count'))?.click()
  const count = await soon(() => buttonNamed(/^Bind it: .*3/))
  await soon(() => expect(count.closest('li')?.querySelector('img')).toBeTruthy())
  expect(await axeViolations()).toEqual([])
  count.click()
  await soon(() => expect(location.hash).toBe('#/projects'))
})

test('the meter of a gesture of the body follows the body, and its card shows one', async () => {
  const body = { ...binding, gesture: 'body.arms-up' }
  const gymnast = { classifiers: { body: {} }, bindings: [body] }
  opened = openWindow('gestures', (name) =>
    ok(
      name === 'readProject'
        ? { project: gymnast, revision: '1', origin: 'own', inactive: [] }
        : {},
    ),
  )
  opened.end.tell('state', fineState)
  opened.end.tell('projects', [
    { id: 'desktop', name: 'Desktop', gestures: [{ gesture: 'body.arms-up', action: NEXT }] },
  ])
  const bar = await soon(() => {
    const found = document.querySelector<HTMLElement>('.meter span')
    expect(found).not.toBeNull()
    return found!
  })
  const see = (seen: ReturnType<typeof madeUpBody>, atMs: number): void => {
    opened.bodies.publish({ ...frameOf([], atMs), bodies: [seen] })
    opened.frames.publish(frameOf([], atMs))
  }
  await soon(() => {
    see(madeUpBody(), 100)
    expect(bar.style.transform).toBe('scaleX(0)')
  })
  see(madeUpBody({ places: ARMS_UP }), 1000)
  expect(bar.classList.contains('past')).toBe(true)
  const card = bar.closest('li')
  await soon(() => expect(card?.querySelector('img')).toBeTruthy())
})

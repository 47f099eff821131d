import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { settingsSchema } from '../../../src/contract/channels/settings.ts'
import { ok } from '../../../src/contract/boundary/result.ts'
import { SETUP_STEPS } from '../../../src/renderer/pages/setup/setup-steps.ts'
import { verbatim } from '../../../src/core/sentence/sentence.ts'
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

let opened: OpenedWindow
afterEach(() => opened.close())

/** A host that remembers how far the setup has come. */
async function openPage(setupStep = 'camera'): Promise<void> {
  opened = openWindow('setup', () => ok({}))
  opened.end.tell('settings', { ...settingsSchema.parse({}), setupStep })
  await soon(() => expect(shownText()).toMatch(/Step \d of 7/))
}
const title = (): string => document.querySelector('h1')?.textContent ?? ''
const remembered = (): unknown =>
  opened.end.asked.filter(({ name }) => name === 'changeSettings').at(-1)?.payload

test('goes from the camera to the click by what it sees, and by nothing else', async () => {
  await openPage()
  expect(title()).toBe('Let Beckon see')
  opened.end.tell('state', { ...fineState, mode: 'watching', handCount: 0 })
  await soon(() => expect(title()).toBe('Hold up a hand'))
  opened.end.tell('state', { ...fineState, mode: 'watching', handCount: 1 })
  await soon(() => expect(title()).toBe('Hold up an open palm'))
  opened.end.tell('state', fineState)
  await soon(() => expect(title()).toContain('three dots'))
  for (const dot of document.querySelectorAll('.field button')) {
    dot.dispatchEvent(new PointerEvent('pointerenter'))
  }
  await soon(() => expect(title()).toContain('pinch'))
  buttonNamed('Click me').click()
  await soon(() => buttonNamed('Once. And again.').click())
  await soon(() => expect(title()).toBe('What suits you'))
  buttonNamed('Go on').click()
  await soon(() => expect(title()).toBe('That is all'))
  expect(remembered()).toEqual({ setupStep: 'done' })
  buttonNamed('Go to Live').click()
  await soon(() => expect(document.title).toContain('Live'))
})

test('stays where nothing is seen, and every step can be skipped', async () => {
  await openPage('hand')
  opened.end.tell('state', { ...fineState, handCount: 0 })
  vi.useFakeTimers()
  await vi.advanceTimersByTimeAsync(10_000)
  vi.useRealTimers()
  expect(title()).toBe('Hold up a hand')
  buttonNamed('Skip this step').click()
  await soon(() => expect(title()).toBe('Hold up an open palm'))
  expect(remembered()).toEqual({ setupStep: 'engage' })
})

test('goes on where it was left, and leaving it is remembered', async () => {
  await openPage('click')
  expect(title()).toContain('pinch')
  buttonNamed('Leave the setup').click()
  await soon(() => expect(remembered()).toEqual({ setupStep: 'done' }))
  expect(document.title).toContain('Live')
})

test('stays at a step that somebody went back to, though it is seen to work', async () => {
  await openPage('engage')
  opened.end.tell('state', { ...fineState, mode: 'watching' })
  buttonNamed('Back').click()
  await soon(() => expect(shownText()).toContain('Your hand is seen.'))
  vi.useFakeTimers()
  await vi.advanceTimersByTimeAsync(10_000)
  vi.useRealTimers()
  expect(title()).toBe('Hold up a hand')
  buttonNamed('Go on').click()
  await soon(() => expect(title()).toBe('Hold up an open palm'))
})

test('takes nothing that a stand-in shows for seen, and says that there is no camera', async () => {
  await openPage('hand')
  opened.end.tell('cameraCommand', {
    ...{ open: true, isSourceMirrored: false, isStandIn: true },
    source: { kind: 'demo', script: 'tour', loop: true },
  })
  opened.end.tell('state', { ...fineState, handCount: 1 })
  await soon(() => expect(shownText()).toContain('There is no camera.'))
  expect(shownText()).not.toContain('Your hand is seen.')
})

test('says step by step what to allow as soon as the camera is refused', async () => {
  await openPage()
  const steps = (): number =>
    [...document.querySelectorAll('details li')].filter((one) => one.checkVisibility()).length
  opened.end.tell('state', fineState)
  expect(steps()).toBe(0)
  const camera = {
    kind: 'denied',
    label: 'HD Webcam',
    message: verbatim('The camera may not be used.'),
  } as const
  opened.end.tell('state', { ...fineState, camera })
  await soon(() => expect(steps()).toBe(3))
})

test('is where a start begins until somebody has been through it or left it', async () => {
  for (const [setupStep, expected] of [
    [undefined, 'Let Beckon see'],
    ['engage', 'Hold up an open palm'],
  ] as const) {
    opened = openWindow('live')
    opened.end.tell('settings', { ...settingsSchema.parse({}), ...(setupStep && { setupStep }) })
    await soon(() => expect(title()).toBe(expected))
    await opened.close()
  }
  opened = openWindow('live')
  opened.end.tell('settings', { ...settingsSchema.parse({}), setupStep: 'done' })
  opened.end.tell('state', fineState)
  await soon(() => expect(shownText()).toContain('Engaged'))
  expect(document.title).toContain('Live')
})

test.each(SETUP_STEPS)('what goes on is in sight and free: %s', async (step) => {
  await page.viewport(1000, 500)
  onTestFinished(() => page.viewport(414, 896))
  await openPage(step)
  opened.end.tell('state', fineState)
  const button = [...document.querySelectorAll('.setup footer button')].at(-1)
  const { left, top, width, height } = button?.getBoundingClientRect() ?? new DOMRect()
  for (const share of [0.1, 0.5, 0.9]) {
    const there = document.elementFromPoint(left + width / 2, top + height * share)
    expect(there?.closest('button')).toBe(button)
  }
})

for (const theme of ['light', 'dark'] as const) {
  test.each(['camera', 'hand', 'point', 'click', 'comfort', 'done'])(
    `axe finds nothing wrong: %s, ${theme}`,
    async (step) => {
      await prefer(theme)
      await openPage(step)
      opened.end.tell('state', { ...fineState, handCount: 0 })
      await soon(() => expect(shownText()).toContain('Engaged'))
      expect(await axeViolations()).toEqual([])
    },
  )
}

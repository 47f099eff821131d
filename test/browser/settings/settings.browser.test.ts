import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ok } from '../../../src/contract/boundary/result.ts'
import { settingsSchema } from '../../../src/contract/channels/settings.ts'
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
import {
  frameOf,
  movedHand,
  pinchedHand,
  recordedHand,
} from '../../support/page/recorded-frames.ts'

const MONITORS = [
  { left: 0, top: 0, width: 2560, height: 1440 },
  { left: 2560, top: 200, width: 1920, height: 1080 },
]
let opened: OpenedWindow
beforeEach(async () => {
  opened = openWindow('settings', (name) =>
    ok(name === 'readMonitors' ? { monitors: MONITORS } : {}),
  )
  opened.end.tell('state', fineState)
  await soon(() => expect(shownText()).toContain('Privacy'))
})
afterEach(() => opened.close())

/** What people asked for; what a page reads by itself is not among it. */
const asked = (): readonly unknown[] =>
  opened.end.asked.filter(({ name }) => name !== 'readMonitors')

test('changes the look, sounds and start by keyboard', async () => {
  const label = (name: string): HTMLElement =>
    [...document.querySelectorAll<HTMLElement>('main label')].find((one) =>
      one.innerText.startsWith(name),
    )!
  await userEvent.click(label('Dark'))
  label('Sounds').querySelector('input')!.focus()
  await userEvent.keyboard(' ')
  await userEvent.click(label('Largest'))
  expect(asked()).toEqual([
    { name: 'changeSettings', payload: { theme: 'dark' } },
    { name: 'changeSettings', payload: { sounds: true } },
    { name: 'changeSettings', payload: { scale: 1.5 } },
  ])
})

test('draws the monitors as they stand to each other', async () => {
  await soon(() => expect(shownText()).toContain('Monitor 2: 1920 × 1080'))
  expect(document.querySelector('svg[role=img]')?.getAttribute('viewBox')).toBe('0 0 4480 1440')
})

test('takes a hotkey as it is pressed, refuses one without a modifier, and names a conflict', async () => {
  const field = [...document.querySelectorAll<HTMLButtonElement>('.keys')][1]!
  field.focus()
  await userEvent.keyboard('{Enter}')
  await userEvent.keyboard('x')
  await soon(() => expect(shownText()).toContain('Use Control, Alt or Super'))
  await userEvent.keyboard('{Control>}{Alt>}b{/Alt}{/Control}')
  const hotkeys = { pause: 'Control+Alt+B', nextProject: 'Control+Alt+B', previousProject: '' }
  expect(asked()).toEqual([{ name: 'changeSettings', payload: { hotkeys } }])
  opened.end.tell('settings', { ...settingsSchema.parse({}), hotkeys })
  await soon(() => expect(shownText()).toContain('The same keys are set for “Pause and resume”.'))
})

test('says beside the keys why the system would not have them', async () => {
  await opened.close()
  const message = 'The hotkey Control+Alt+T for "pause" is taken by another program.'
  opened = openWindow('settings', (name) =>
    name === 'changeSettings'
      ? { ok: false, problem: { message: verbatim(message) } }
      : ok(name === 'readMonitors' ? { monitors: MONITORS } : {}),
  )
  opened.end.tell('state', fineState)
  await soon(() => expect(shownText()).toContain('Privacy'))
  const field = document.querySelector<HTMLButtonElement>('.keys')!
  field.focus()
  await userEvent.keyboard('{Enter}{Control>}{Alt>}t{/Alt}{/Control}')
  await soon(() => expect(document.querySelector('.hotkey .note')?.textContent).toContain(message))
})

test('shows which tracker works, takes another, and has both measured again', async () => {
  const picker = [...document.querySelectorAll<HTMLSelectElement>('main select')].find((one) =>
    one.labels[0]?.innerText.startsWith('Tracker'),
  )!
  expect(picker.value).toBe('mediapipe')
  await userEvent.selectOptions(picker, 'Native tracker')
  await userEvent.selectOptions(picker, 'Measure again')
  expect(asked()).toEqual([
    { name: 'chooseTracker', payload: { tracker: 'native' } },
    { name: 'chooseTracker', payload: { tracker: 'auto' } },
  ])
  opened.end.tell('state', { ...fineState, tracker: { kind: 'loading', name: 'auto' } })
  await soon(() => expect(picker.selectedOptions[0]?.text).toBe('Measuring …'))
})

test('runs the service for other programs, and says where, or why it does not run', async () => {
  await soon(() => expect(shownText()).toContain('Other programs'))
  const tick = [...document.querySelectorAll<HTMLInputElement>('main input[type=checkbox]')].find(
    (one) => one.labels?.[0]?.innerText.startsWith('Read letters, poses'),
  )!
  const status = () =>
    document.querySelector('[aria-labelledby=settings-service] [role=status]')?.textContent
  expect([tick.checked, status()]).toEqual([false, 'Off.'])
  await userEvent.click(tick)
  expect(asked()).toEqual([{ name: 'changeSettings', payload: { runsService: true } }])
  opened.end.tell('service', { kind: 'running', address: 'ws://127.0.0.1:8765' })
  await soon(() => expect(status()).toBe('Running at ws://127.0.0.1:8765'))
  const tokenFile = '/home/anna/.config/beckon/service-token'
  opened.end.tell('service', { kind: 'running', address: 'ws://127.0.0.1:8765', tokenFile })
  const card = () => document.querySelector<HTMLElement>('[aria-labelledby=settings-service]')!
  await soon(() => expect(card().textContent).toContain(tokenFile))
  const copy = card().querySelector('button')!
  await userEvent.click(copy)
  await soon(() => expect(copy.textContent).toBe('Copied'))
  const reason = 'Port 8765 is taken by another program.'
  opened.end.tell('service', { kind: 'failed', reason: verbatim(reason) })
  await soon(() => expect(status()).toBe(`It does not run. ${reason}`))
})

/** Plays a person who does what the page asks for, and stops when the page no longer listens. */
function playCalibration(untilMs: number): void {
  const hand = recordedHand()
  for (let atMs = 33; atMs < untilMs; atMs += 33) {
    const turn = (atMs / 3000) * 2 * Math.PI
    const moved = movedHand(hand, 0.2 * Math.sin(turn), 0.2 * Math.cos(turn))
    const isRest = atMs < 3100
    const isReach = atMs < 11_300
    const pinched = pinchedHand(hand, Math.sin((atMs / 400) * Math.PI) > 0 ? 1 : 0)
    opened.frames.publish(frameOf([isRest ? hand : isReach ? moved : pinched], atMs))
  }
}

const reason = { reason: 'calibration' }
const SUSPENDED_AND_RESUMED = [
  { name: 'suspendHands', payload: reason },
  { name: 'resumeHands', payload: reason },
]

test('fits to a hand in under a minute, and keeps it only when told to', async () => {
  buttonNamed(/^Start Right hand/).click()
  await soon(() => expect(shownText()).toContain('Hold your hand up'))
  playCalibration(5000)
  await soon(() => expect(shownText()).toContain('Move it about'))
  playCalibration(30_000)
  await soon(() => expect(shownText()).toContain('This is your hand'))
  expect(asked()).toEqual(SUSPENDED_AND_RESUMED)
  buttonNamed(/^Use this$/).click()
  await soon(() => expect(asked()).toHaveLength(3))
  expect(asked()[2]).toMatchObject({
    name: 'keepCalibration',
    payload: { side: 'right', calibration: { pinch: { touchRatio: expect.any(Number) } } },
  })
})

test('lets go of a hand that does not come, so that nobody is shut in', async () => {
  buttonNamed(/^Start Right hand/).click()
  await soon(() => expect(shownText()).toContain('Hold your hand up'))
  for (let atMs = 0; atMs < 16_000; atMs += 500) opened.frames.publish(frameOf([], atMs))
  await soon(() => expect(shownText()).toContain('That did not come to an end'))
  expect(asked()).toEqual(SUSPENDED_AND_RESUMED)
})

test('keeps what was there when it is stopped, or the page is left, half-way', async () => {
  buttonNamed(/^Start Left hand/).click()
  await soon(() => expect(shownText()).toContain('Hold your hand up'))
  playCalibration(2000)
  location.hash = '/live'
  await soon(() => expect(document.title).toContain('Live'))
  playCalibration(40_000)
  expect(asked()).toEqual(SUSPENDED_AND_RESUMED)
})

test.each(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (theme) => {
  await prefer(theme)
  expect(await axeViolations()).toEqual([])
  buttonNamed(/^Start Right hand/).click()
  await soon(() => expect(shownText()).toContain('Hold your hand up'))
  expect(await axeViolations()).toEqual([])
})

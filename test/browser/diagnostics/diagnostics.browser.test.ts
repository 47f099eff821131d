import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ok } from '../../../src/contract/boundary/result.ts'
import { say } from '../../../src/contract/words/say.ts'
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
import { moment } from '../../../src/renderer/ui/numbers.ts'
import { frameOf } from '../../support/page/recorded-frames.ts'

let opened: OpenedWindow
afterEach(() => opened.close())

const DRAG = { kind: 'pointer.button', button: 'left' }
const rule = {
  action: DRAG,
  trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0.8, phase: 'began' },
  companions: [{ kind: 'held', gesture: 'pose.fist' }],
}
const replayed = {
  durationMs: 3000,
  frames: 90,
  isSame: true,
  decisions: [
    { kind: 'mode', atMs: 0, mode: 'engaged' },
    {
      ...{ kind: 'gesture', atMs: 500, gesture: 'pinch.index', hand: 'right', phase: 'began' },
      ...{ score: 0.91, heldMs: 0, rules: [rule] },
      thresholds: [{ option: 'touchRatio', value: 0.3, unit: 'palm lengths' }],
    },
    {
      ...{ kind: 'verdict', atMs: 600, gesture: 'pinch.index', hand: 'right', rule },
      ...{ outcome: 'acted', score: 0.91, heldMs: 100 },
    },
    {
      ...{ kind: 'action', atMs: 600, cause: 'pinch.index', rules: [DRAG] },
      effect: { kind: 'pointer.click', button: 'left', count: 1, at: { x: 1, y: 1 } },
    },
    {
      ...{ kind: 'verdict', atMs: 900, gesture: 'pose.fist', hand: 'right', rule },
      ...{ outcome: 'too-unsure', score: 0.62, heldMs: 300 },
    },
  ],
}

const tuesday = { name: 'tuesday', sizeBytes: 2048, changedAtEpochMs: 0 }
let recordings = [tuesday]

async function openPage(): Promise<void> {
  opened = openWindow('diagnostics', (name) => {
    if (name === 'runChecks') {
      return ok({
        folder: '/home/me/.config/beckon',
        about: 'chromium, Node 24',
        checks: [
          { kind: 'ok', name: verbatim('Node'), says: verbatim('24.1') },
          {
            kind: 'limited',
            name: say('Audio'),
            problem: { message: verbatim('No mixer.'), fix: verbatim('Install one.') },
          },
          ...['one', 'two'].map((file) => ({
            ...{ kind: 'failed', name: say('Models') },
            problem: { message: say('The model {} is missing.', file) },
          })),
        ],
      })
    }
    if (name === 'listRecordings') {
      return ok({ folder: '/recordings', recordings })
    }
    if (name === 'stopRecording') return ok({ name: 'tuesday', path: '/recordings/tuesday' })
    if (name === 'replayRecording') return ok(replayed)
    return ok({})
  })
  opened.end.tell('state', {
    ...fineState,
    problems: [
      {
        stage: 'output',
        severity: 'medium',
        message: verbatim('No sound system.'),
        atEpochMs: 1.7e12,
      },
    ],
  })
  await soon(() => expect(shownText()).toContain('tuesday'))
}

test('shows problems, checks with what to do, and where the time goes', async () => {
  await openPage()
  expect(shownText()).toContain('No sound system.')
  expect(shownText()).toContain('Install one.')
  expect(shownText()).toContain('The model one is missing.')
  expect(shownText()).toContain('The model two is missing.')
  for (let frame = 0; frame < 20; frame += 1) opened.frames.publish(frameOf([], 33 * frame))
  await soon(() => expect(shownText()).toContain('half within 12 ms, 95 % within 12 ms'))
  expect(shownText()).toContain(`output, in the way · ${moment(1.7e12)}`)
  const stages = { boundaryMs: 3.5, pipelineMs: 0.4 }
  opened.end.tell('pointer', { x: 1, y: 1, latencyMs: 40, stages })
  const [trackedFps, cameraFps] = [25, 30]
  opened.store.metrics = { cameraFps, trackedFps, droppedFrames: 7, waitMs: 1, detectMs: 12 }
  await soon(() => expect(shownText()).toContain('half within 4 ms, 95 % within 4 ms'))
  expect(shownText()).toContain('half within 1 ms, 95 % within 1 ms')
  expect(shownText()).toContain('25 of 30 pictures a second are looked at, 0 are dropped.')
})

test('plays a recording through and tells what was decided at a moment, and why', async () => {
  await openPage()
  buttonNamed('Look at tuesday').click()
  await soon(() => expect(shownText()).toContain('Everything comes out as it did live.'))
  expect(shownText()).toContain('Nothing at this moment.')
  const time = document.querySelector<HTMLInputElement>('input[type=range]')!
  time.value = '620'
  time.dispatchEvent(new Event('input', { bubbles: true }))
  await soon(() =>
    expect(shownText()).toContain(
      'Rule: click; hold to drag (at least 80 % sure, while “fist” is held)',
    ),
  )
  expect(shownText()).toContain('91 %')
  expect(shownText()).toContain('Tips touch below 0.3 palm lengths')
  expect(shownText()).toContain('click left')
})

test('goes through every decision by keyboard, those against acting too', async () => {
  await openPage()
  buttonNamed('Look at tuesday').click()
  const next = await soon(() => buttonNamed('Next decision'))
  expect(next.getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
  const current = (): string =>
    [...document.querySelectorAll('li[aria-current]')].map((one) => one.textContent).join(' | ')
  next.focus()
  await userEvent.keyboard('{Enter}{Enter}')
  await soon(() =>
    expect(current()).toMatch(/index pinch → click; hold to drag: acts.* \| .*click left/),
  )
  await userEvent.keyboard('{Enter}')
  await soon(() => expect(current()).toContain('never sure enough (62 % sure, 80 % needed)'))
  expect(next.disabled).toBe(true)
  buttonNamed('Previous decision').click()
  await soon(() => expect(current()).toContain('acts'))
})

test('records, stops, looks at what was recorded, and deletes it', async () => {
  await openPage()
  buttonNamed('Record').click()
  opened.end.tell('recording', { kind: 'running', name: 'tuesday', sinceEpochMs: 0 })
  await soon(() => buttonNamed('Stop recording').click())
  await soon(() => expect(shownText()).toContain('90 pictures'))
  buttonNamed('Delete: tuesday').click()
  await soon(() => expect(shownText()).not.toContain('90 pictures'))
  const names = opened.end.asked.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['startRecording', 'stopRecording', 'deleteRecording']),
  )
})

test.each(['light', 'dark'] as const)(
  'asks before letters are recorded, and says what that holds, %s',
  async (theme) => {
    await prefer(theme)
    await openPage()
    opened.end.tell('recording', { kind: 'idle', readsLetters: true })
    const asked = (): readonly unknown[] =>
      opened.end.asked.filter(({ name }) => name === 'startRecording')
    await soon(() => expect(buttonNamed('Record').ariaExpanded).toBe('false'))
    buttonNamed('Record').click()
    await soon(() => expect(shownText()).toContain('would hold every letter, of passwords too'))
    expect(await axeViolations()).toEqual([])
    buttonNamed('Do not record').click()
    await soon(() => expect(shownText()).not.toContain('every letter'))
    expect(document.activeElement).toBe(buttonNamed('Record'))
    expect(asked()).toEqual([])
    buttonNamed('Record').click()
    await soon(() => buttonNamed('Record it with the letters')).then((yes) => yes.click())
    expect(asked()).toEqual([{ name: 'startRecording', payload: { withLetters: true } }])
  },
)

test('that breaks says so, and can be tried again; the window goes on', async () => {
  await openPage()
  recordings = [tuesday, tuesday]
  opened.end.tell('recording', { kind: 'running', name: 'tuesday', sinceEpochMs: 0 })
  await soon(() => buttonNamed('Stop recording'))
  opened.end.tell('recording', { kind: 'idle' })
  await soon(() => expect(shownText()).toContain('This page could not be shown'))
  expect(opened.end.sent).toContainEqual(
    expect.objectContaining({ payload: expect.objectContaining({ stage: 'window' }) }),
  )
  expect(shownText()).toContain('Engaged')
  recordings = [tuesday]
  buttonNamed('Try again').click()
  await soon(() => expect(shownText()).toContain('tuesday'))
})

test.each(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (theme) => {
  await prefer(theme)
  await openPage()
  buttonNamed('Look at tuesday').click()
  await soon(() => expect(shownText()).toContain('90 pictures'))
  expect(await axeViolations()).toEqual([])
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Body } from '../../../src/core/body/body.ts'
import { madeUpBody, SQUATTING } from '../../support/body/made-up-body.ts'
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
let atMs = 0
beforeEach(async () => {
  await prefer('light')
  atMs = 0
  opened = openWindow('body')
  opened.end.tell('state', fineState)
  opened.store.bodyTracker = { kind: 'ready', name: 'native', delegate: 'cpu' }
  await soon(() => expect(shownText()).toContain('Count anew'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await opened.close()
})

/** A result with these bodies, so much after the one before. */
function see(bodies: readonly Body[], afterMs = 100): void {
  atMs += afterMs
  opened.bodies.publish({
    ...{ sequence: atMs, atMs, aspectRatio: 4 / 3, waitMs: 1, detectMs: 12 },
    capturedAtMs: performance.timeOrigin + performance.now() - 40,
    bodies,
  })
}
const standing = madeUpBody()
const squatting = madeUpBody({ places: SQUATTING })
function squat(): void {
  for (const body of [standing, squatting, standing]) {
    for (let result = 0; result < 8; result += 1) see([body])
  }
}
const asked = (): unknown[] =>
  opened.end.asked.flatMap(({ name, payload }) => (name === 'watchBody' ? [payload] : []))

test('bodies are tracked while the page is looked at, and not before or after', async () => {
  expect(asked()).toEqual([{ isOn: true }])
  location.hash = '/live'
  await soon(() => expect(asked()).toEqual([{ isOn: true }, { isOn: false }]))
})

test('a host that was away is asked again', async () => {
  opened.end.setConnected(false)
  await soon(() => expect(shownText()).toContain('Beckon has stopped'))
  opened.end.setConnected(true)
  await soon(() => expect(asked().at(-1)).toEqual({ isOn: true }))
})

test('says what it sees: angles, the view, how late, and counts squats', async () => {
  expect(shownText()).toContain('Nobody in view')
  squat()
  await soon(() => expect(shownText()).toMatch(/Squats: 1\s+Bend your knees/))
  expect(shownText()).toContain('Seen from the front')
  expect(shownText()).toMatch(/\d+ ms behind · \d+ a second/)
  expect(buttonNamed(/^Knee left/).textContent).toMatch(/Knee left\s*0°/)
  buttonNamed('Count anew').click()
  await soon(() => expect(shownText()).toMatch(/Squats: 0/))
  squat()
  await soon(() => expect(shownText()).toMatch(/Squats: 1\s+Bend your knees/))
})

test('what points towards the camera is said not to be relied on, while it is plotted', async () => {
  for (let result = 0; result < 5; result += 1) see([squatting])
  const warning = /Knee left, Knee right: points towards the camera/
  await soon(() => expect(shownText()).toMatch(warning))
  buttonNamed(/^Knee left/).click()
  buttonNamed(/^Knee right/).click()
  await soon(() => expect(shownText()).not.toMatch(/towards the camera/))
})

test('six angles are plotted at most; others can be chosen instead', async () => {
  for (const name of ['Elbow left', 'Elbow right', 'Hip left', 'Hip right'])
    buttonNamed(new RegExp(`^${name}`)).click()
  await soon(() => expect(buttonNamed(/^Neck/).disabled).toBe(true))
  buttonNamed(/^Elbow left/).click()
  await soon(() => expect(buttonNamed(/^Neck/).disabled).toBe(false))
  expect(document.querySelectorAll('.plot canvas')).toHaveLength(1)
})

test('a recording of landmarks is kept until it is saved, in three forms', async () => {
  buttonNamed('Record').click()
  await soon(() => expect(shownText()).toContain('Recording, 0 s'))
  squat()
  buttonNamed('Stop').click()
  await soon(() => expect(shownText()).toContain('2 s, 24 pictures'))
  const saved = savedFiles()
  for (const name of ['Save angles (CSV)', 'Save all (JSON)', 'Save all (JSON lines)']) {
    buttonNamed(name).click()
  }
  const [csv = '', json = '', lines = ''] = await Promise.all(saved.map((file) => file.text()))
  expect(csv.trim().split('\n')).toHaveLength(25)
  expect(JSON.parse(json)).toMatchObject({ moments: { length: 24 } })
  expect(lines.trim().split('\n')).toHaveLength(25)
})

/** What is handed to the browser to save, instead of being saved. */
function savedFiles(): Blob[] {
  const files: Blob[] = []
  const make = URL.createObjectURL.bind(URL)
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    if (file instanceof Blob) files.push(file)
    return make(file)
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  return files
}

test.each([
  ['paused', { ...fineState, mode: 'paused' } as const, 'Start watching'],
  [
    'no camera',
    {
      ...fineState,
      camera: { kind: 'missing', label: 'x', message: verbatim('Plug one in.') },
    } as const,
    'Plug one in.',
  ],
])('%s: says so, and what to do', async (_what, state, said) => {
  opened.end.tell('state', state)
  await soon(() => expect(shownText()).toContain(said))
})

test('a tracker that is timed, fails, or is chosen', async () => {
  opened.store.bodyTracker = { kind: 'loading', name: 'auto' }
  await soon(() => expect(shownText()).toContain('Finding the faster way'))
  const message = verbatim('The body model pose.task is missing.')
  opened.store.bodyTracker = {
    kind: 'failed',
    name: 'mediapipe',
    message,
    fix: verbatim('npm run models'),
  }
  await soon(() => expect(shownText()).toContain('npm run models'))
  const list = document.querySelector<HTMLSelectElement>('.page select')
  if (!list) throw new Error('There is no list of trackers')
  list.value = 'native'
  list.dispatchEvent(new Event('change', { bubbles: true }))
  expect(opened.end.asked.at(-1)).toEqual({
    name: 'chooseBodyTracker',
    payload: { tracker: 'native' },
  })
})

test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (theme) => {
  await prefer(theme)
  squat()
  await soon(() => expect(shownText()).toMatch(/Squats: 1\s+Bend your knees/))
  expect(await axeViolations()).toEqual([])
})

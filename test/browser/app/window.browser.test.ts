import { mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { AppState } from '../../../src/contract/channels/app-state.ts'
import { AppStore } from '../../../src/renderer/app/app-store.svelte.ts'
import { failed, ok } from '../../../src/contract/boundary/result.ts'
import { settingsSchema } from '../../../src/contract/channels/settings.ts'
import type { MemoryEnd } from '../../support/page/memory-end.ts'
import { verbatim } from '../../../src/core/sentence/sentence.ts'
import { say } from '../../../src/contract/words/say.ts'
import {
  axeViolations,
  fineState as fine,
  openWindow,
  prefer,
  type OpenedWindow,
} from '../../support/page/page-stage.ts'
import OverlayHud from '../../../src/renderer/app/hud/OverlayHud.svelte'

const trouble = (
  kind: 'missing' | 'busy' | 'denied' | 'black' | 'frozen' | 'unreadable',
): AppState => ({
  ...fine,
  mode: 'watching',
  camera: { kind, label: 'HD Webcam', message: verbatim('What is wrong, and what to do.') },
  hint: verbatim('What is wrong, and what to do.'),
})
/** Every state that the window has, by the name of what is the matter. */
const states: Readonly<Record<string, AppState>> = {
  engaged: fine,
  watching: { ...fine, mode: 'watching', hint: say('Hold up an open palm to take control.') },
  paused: { ...fine, mode: 'paused', camera: { kind: 'closed' } },
  opening: { ...fine, camera: { kind: 'opening', label: '' } },
  ended: { ...fine, camera: { kind: 'ended', label: 'wave.mp4' } },
  missing: trouble('missing'),
  busy: trouble('busy'),
  denied: trouble('denied'),
  black: trouble('black'),
  frozen: trouble('frozen'),
  unreadable: trouble('unreadable'),
  'tracker loading': { ...fine, tracker: { kind: 'loading', name: 'mediapipe' } },
  'model broken': {
    ...fine,
    tracker: {
      kind: 'failed',
      name: 'mediapipe',
      message: verbatim('It is damaged.'),
      fix: verbatim('npm run models'),
    },
  },
  problems: {
    ...fine,
    problems: [
      {
        stage: 'output',
        severity: 'medium',
        message: verbatim('No sound system.'),
        fix: verbatim('Install one.'),
      },
    ],
  },
}

const CLICK = { kind: 'pointer.click', button: 'left', count: 1, at: { x: 1, y: 1 } } as const

let end: MemoryEnd
let opened: OpenedWindow
beforeEach(() => {
  opened = openWindow('live', (name) =>
    ['readProject', 'readMonitors'].includes(name)
      ? failed(verbatim('There are no files in this test.'))
      : ok({}),
  )
  end = opened.end
  end.tell('projects', [
    {
      id: 'desktop',
      name: 'Desktop',
      gestures: [{ gesture: 'pinch.index', action: { kind: 'mode', mode: 'paused' } }],
    },
    { id: 'presentation', name: 'Presentation' },
  ])
  end.tell('cameraCommand', {
    open: true,
    source: { kind: 'device', label: 'HD Webcam' },
    isSourceMirrored: false,
  })
})
afterEach(() => opened.close())

const text = (): string => document.body.innerText
const byName = <Kind extends HTMLElement>(selector: string, name: string): Kind => {
  const found = [...document.querySelectorAll<Kind>(selector)].find(
    (element) =>
      element.textContent.trim() === name ||
      (element instanceof HTMLSelectElement && element.labels[0]?.innerText.startsWith(name)),
  )
  if (!found) throw new Error(`There is no ${selector} named "${name}"`)
  return found
}

for (const theme of ['light', 'dark'] as const) {
  test.each(Object.keys(states))(`axe finds nothing wrong: %s, ${theme}`, async (name) => {
    await prefer(theme)
    end.tell('state', states[name] ?? fine)
    end.tell('gesture', {
      gesture: 'pinch.index',
      hand: 'right',
      phase: 'began',
      atMs: 1,
      score: 0.92,
      heldMs: 0,
    })
    end.tell('action', { atMs: 1, effect: CLICK, cause: 'pinch.index' })
    await vi.waitFor(() => expect(text()).toMatch(/Engaged|Watching|Paused/))
    expect(await axeViolations()).toEqual([])
  })

  test(`axe finds nothing wrong: link lost, gestures page, ${theme}`, async () => {
    await prefer(theme)
    end.tell('state', fine)
    end.setConnected(false)
    await vi.waitFor(() => expect(text()).toContain('Beckon has stopped'), 5000)
    expect(await axeViolations()).toEqual([])
    byName('button', 'Gestures').click()
    await vi.waitFor(() => expect(document.querySelectorAll('img')).toHaveLength(2), 5000)
    expect(await axeViolations()).toEqual([])
  })
}

test('says the state, the reason, the gesture and how sure it is', async () => {
  end.tell('state', {
    ...fine,
    mode: 'watching',
    hint: say('Your hand is too close to the camera.'),
  })
  end.tell('gesture', {
    gesture: 'pinch.index',
    hand: 'right',
    phase: 'began',
    atMs: 1,
    score: 0.92,
    heldMs: 0,
  })
  await vi.waitFor(() => expect(text()).toContain('Watching'))
  expect(text()).toContain('Your hand is too close to the camera.')
  expect(text()).toContain('Index pinch')
  expect(text()).toContain('0.92')
  expect(document.querySelector('[aria-live]')?.textContent).toContain('too close')
})

test('keeps the last five actions, newest first, and shows why on focus', async () => {
  end.tell('state', fine)
  for (let index = 1; index <= 6; index++) {
    const effect = { kind: 'key.chord', keys: [`f${index}`] } as const
    end.tell('action', { atMs: index, effect, cause: `finger-count.${index}` })
  }
  await vi.waitFor(() => expect(text()).toContain('press f6'))
  const buttons = [...document.querySelectorAll('li button')].map(({ textContent }) => textContent)
  expect(buttons).toEqual(['press f6', 'press f5', 'press f4', 'press f3', 'press f2'])
  const why = document.querySelector<HTMLElement>('li .why')!
  expect(getComputedStyle(why).visibility).toBe('hidden')
  await userEvent.tab()
  while (document.activeElement?.textContent !== 'press f6') await userEvent.tab()
  expect(getComputedStyle(why).visibility).toBe('visible')
  expect(why.textContent).toBe('6 fingers')
})

test('pauses and resumes by the space bar and by the button', async () => {
  end.tell('state', fine)
  await vi.waitFor(() => expect(text()).toContain('Pause'))
  await userEvent.keyboard(' ')
  end.tell('state', states['paused']!)
  await vi.waitFor(() => expect(text()).toContain('Resume'))
  byName('button', 'Resume').click()
  expect(end.asked).toEqual([
    { name: 'setMode', payload: { mode: 'paused' } },
    { name: 'setMode', payload: { mode: 'watching' } },
  ])
})

test('pauses by the space bar after a click into the page, which then has the focus', async () => {
  end.tell('state', fine)
  await vi.waitFor(() => expect(text()).toContain('Pause'))
  document.querySelector('main')?.focus()
  await userEvent.keyboard(' ')
  expect(end.asked).toEqual([{ name: 'setMode', payload: { mode: 'paused' } }])
})

test('leaves the space bar to what has the focus', async () => {
  end.tell('state', fine)
  await vi.waitFor(() => expect(text()).toContain('Pause'))
  byName('button', 'Gestures').focus()
  await userEvent.keyboard(' ')
  await vi.waitFor(() => expect(document.querySelector('h1')?.textContent).toBe('Gestures'))
  expect(end.asked.map(({ name }) => name)).not.toContain('setMode')
})

test('switches project and camera, and tells of a mirrored picture', async () => {
  end.tell('state', fine)
  await vi.waitFor(() => expect(text()).toContain('Engaged'))
  await userEvent.selectOptions(byName('select', 'Project'), 'Presentation')
  await userEvent.selectOptions(byName('select', 'Camera'), 'Demo hand')
  await userEvent.click(document.querySelector('input[type=checkbox]')!)
  expect(end.asked).toEqual([
    { name: 'switchProject', payload: { id: 'presentation' } },
    {
      name: 'chooseCamera',
      payload: { source: { kind: 'demo', script: 'tour', loop: true } },
    },
    { name: 'setSourceMirrored', payload: { isSourceMirrored: true } },
  ])
})

test('offers targets of at least 44 pixels', async () => {
  end.tell('state', fine)
  end.tell('action', { atMs: 1, effect: CLICK, cause: 'pinch.index' })
  await vi.waitFor(() => expect(text()).toContain('click left'))
  const sizes = [...document.querySelectorAll('button, select, label:has(input)')].map(
    (target) => ({
      target: target.textContent.trim(),
      heightPx: Math.round(target.getBoundingClientRect().height),
    }),
  )
  expect(sizes.length).toBeGreaterThan(5)
  expect(sizes.filter(({ heightPx }) => heightPx < 44)).toEqual([])
})

test('the overlay shows gesture, mode and project', async () => {
  const target = document.createElement('div')
  document.body.append(target)
  const overlay = mount(OverlayHud, { target, props: { store: new AppStore(end) } })
  end.tell('state', fine)
  end.tell('progress', { kind: 'disengage', ratio: 0.5 })
  await vi.waitFor(() => expect(target.innerText).toContain('Letting go'))
  expect(target.innerText).toContain('Engaged · Desktop')
  end.tell('switched', {
    ...{ to: { id: 'media', name: 'Media' }, from: { id: 'desktop', name: 'Desktop' } },
    ...{ by: 'program', why: say('{} is in front', 'VLC') },
  })
  await vi.waitFor(() => expect(target.innerText).toContain('Project “Media”'))
  expect(target.innerText).toContain('A swipe to the side takes it back.')
  await unmount(overlay)
})

test('looks as people chose, and as their system says where they did not', async () => {
  await prefer('light')
  const ground = (): string => getComputedStyle(document.body).backgroundColor
  const light = ground()
  end.tell('settings', { ...settingsSchema.parse({}), theme: 'dark', scale: 1.5 })
  await vi.waitFor(() => expect(ground()).not.toBe(light))
  expect(getComputedStyle(document.documentElement).fontSize).toBe('24px')
  end.tell('settings', settingsSchema.parse({}))
  await vi.waitFor(() => expect(ground()).toBe(light))
})

test('keeps the page in the address', async () => {
  end.tell('state', fine)
  byName('button', 'Gestures').click()
  await vi.waitFor(() => expect(document.querySelector('h1')?.textContent).toBe('Gestures'))
  expect([location.hash, document.title]).toEqual(['#/gestures', 'Gestures – Beckon'])
  history.back()
  await vi.waitFor(() => expect(document.title).toBe('Live – Beckon'))
})

test('the HUD goes with the pointer while engaged, takes no click and no focus', async () => {
  const hud = (): HTMLElement | null => document.querySelector('.hud[aria-hidden]')
  end.tell('state', { ...fine, mode: 'watching' })
  await vi.waitFor(() => expect(text()).toContain('Watching'))
  expect(hud()).toBeNull()
  end.tell('state', fine)
  end.tell('progress', { kind: 'pinch', ratio: 0.5 })
  await vi.waitFor(() => expect(hud()).not.toBeNull())
  dispatchEvent(new PointerEvent('pointermove', { clientX: 40, clientY: 50 }))
  const box = hud()!.getBoundingClientRect()
  expect([box.left, box.top, getComputedStyle(hud()!).visibility]).toEqual([64, 74, 'visible'])
  expect(
    document.elementFromPoint(box.left + 5, box.top + 5)?.closest('.hud[aria-hidden]'),
  ).toBeNull()
  expect(hud()!.querySelectorAll('button, a, [tabindex]')).toHaveLength(0)
  end.tell('settings', { ...settingsSchema.parse({}), showsHud: false })
  await vi.waitFor(() => expect(hud()).toBeNull())
})

test('names a project that came by itself, and goes back from it', async () => {
  end.tell('state', fine)
  const [from, to] = [fine.project, { id: 'browser', name: 'Browser' }]
  end.tell('switched', { to, from, by: 'window' })
  end.tell('switched', { to, from, by: 'program', why: say('{} is in front', 'Firefox') })
  await vi.waitFor(() => expect(text()).toContain('Firefox is in front'))
  expect(await axeViolations()).toEqual([])
  byName('button', 'Back to “Desktop”').click()
  await vi.waitFor(() => expect(text()).not.toContain('Firefox is in front'))
  expect(end.asked).toEqual([{ name: 'undoSwitch', payload: {} }])
})

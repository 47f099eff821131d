import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { Request } from '../../../src/contract/channels/channels.ts'
import { failed, ok, type Result } from '../../../src/contract/boundary/result.ts'
import { settingsSchema } from '../../../src/contract/channels/settings.ts'
import { PAGES, type PageId } from '../../../src/renderer/app/pages.ts'
import type { SpokenLanguage } from '../../../src/contract/words/language.ts'
import { verbatim } from '../../../src/core/sentence/sentence.ts'
import { say } from '../../../src/contract/words/say.ts'
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
beforeEach(() => {
  // The letter to practise would be another one each time.
  vi.spyOn(Math, 'random').mockReturnValue(0.4)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await opened.close()
  document.documentElement.dir = ''
  await page.viewport(414, 896)
})

const CLICK = { kind: 'pointer.button', button: 'left' } as const
const bindings = [
  { gesture: 'pinch.index', action: CLICK },
  { gesture: 'swipe.left', action: { kind: 'key.chord', keys: ['alt', 'left'] } },
].map((binding) => ({
  ...{ hand: 'either', companions: [], ...binding },
  trigger: { mode: 'hold', dwellMs: 300, repeatMs: 0, minScore: 0.5, phase: 'began' },
}))
const desktop = desktopProject()
const pages = PAGES.map(({ id }) => id)

function answer(name: Request): Result<unknown> {
  if (name === 'readProject') {
    return ok({ project: desktop, revision: '1', origin: 'shipped', inactive: [] })
  }
  return name === 'readKeyNames'
    ? ok({ keys: ['alt', 'left'] })
    : failed(verbatim('Not in this test.'))
}

async function show(id: PageId, language: SpokenLanguage): Promise<string> {
  opened = openWindow(id, answer)
  const { end } = opened
  end.tell('settings', { ...settingsSchema.parse({}), setupStep: 'camera', language })
  end.tell('state', { ...fineState, mode: 'watching', hint: say('Show a hand to the camera.') })
  end.tell('projects', [
    { id: 'desktop', name: 'Desktop', gestures: [{ gesture: 'pinch.index', action: CLICK }] },
  ])
  end.tell('cameraCommand', {
    open: true,
    source: { kind: 'device', label: 'HD Webcam' },
    isSourceMirrored: false,
  })
  end.tell('shadow', {
    isOn: false,
    project: 'Desktop',
    watchedMs: 0,
    budgetPerHour: 1,
    gestures: [],
  })
  return settledText()
}

/** What the page says once it says the same twice, a frame apart: pages are fetched, and ask the host. */
function settledText(): Promise<string> {
  let last = ''
  return soon(() => {
    const now = shownText()
    const isSettled = now === last && document.querySelector('main h1') !== null
    last = now
    expect(isSettled).toBe(true)
    return now
  })
}

test.each(pages)('%s: a change of language reaches every word at once', async (id) => {
  const german = await show(id, 'de')
  await opened.close()
  const english = await show(id, 'en')
  expect(english).not.toBe(german)
  opened.end.tell('settings', { ...settingsSchema.parse({}), setupStep: 'camera', language: 'de' })
  await soon(() => expect(document.documentElement.lang).toBe('de'))
  expect(await settledText()).toBe(german)
})

/** 1280 px at 200 % are 640; a page must not have to be pushed sideways to be read, and Pause not be looked for. */
async function expectWithinReach(): Promise<void> {
  await page.viewport(640, 400)
  await settledText()
  expect(isOnTop(buttonNamed('Pause'))).toBe(true)
  const wide = [document.documentElement, ...document.querySelectorAll('main')].map(
    ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
  )
  expect(wide).toEqual([0, 0])
}

/** On the screen as it is, and under nothing else. */
function isOnTop(element: HTMLElement): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const corners = [
    document.elementFromPoint(left + 4, top + 4),
    document.elementFromPoint(right - 4, bottom - 4),
  ]
  return corners.every((found) => found !== null && element.contains(found))
}

test.each(pages)(
  '%s: nothing reaches past the side at twice the size, and Pause is there',
  async (id) => {
    for (const language of ['en', 'de'] as const) {
      await show(id, language)
      await expectWithinReach()
      document.documentElement.dir = 'rtl'
      await expectWithinReach()
      document.documentElement.dir = ''
      if (language === 'en') await opened.close()
    }
  },
)

const TARGETS =
  'button, select, summary, input:not([type=checkbox], [type=radio], [hidden]), label:has(input)'

/** Of what a hand must hit, by its words and height. A field of text is hit with the label around it. */
function smallTargets(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>(TARGETS)]
    .filter(
      (target) => target.checkVisibility() && target.closest('label') !== target.parentElement,
    )
    .map((target) => ({ target, heightPx: Math.round(target.getBoundingClientRect().height) }))
    .filter(({ heightPx }) => heightPx < 44)
    .map(({ target, heightPx }) => `${heightPx} px: ${target.outerHTML.slice(0, 120)}`)
}

test.each(pages)(
  '%s: axe finds nothing in strong contrast, in German, from the right, nor is a target small',
  async (id) => {
    for (const theme of ['light', 'dark'] as const) {
      await prefer(theme, 'reduce', 'more')
      await show(id, 'de')
      document.documentElement.dir = 'rtl'
      expect(await axeViolations()).toEqual([])
      expect(smallTargets()).toEqual([])
      if (theme === 'light') await opened.close()
    }
    await prefer('light')
  },
)

test('the editor: nothing reaches past the side at 200 %', async () => {
  await show('projects', 'de')
  buttonNamed(/^Bearbeiten/).click()
  await soon(() => expect(shownText()).toContain('Klick; gehalten: ziehen'))
  document.querySelector<HTMLButtonElement>('.summary')?.click()
  await soon(() => expect(shownText()).toContain('Maustaste: klicken'))
  await expectWithinReach()
})

function desktopProject(): unknown {
  return {
    ...{ version: 3, id: 'desktop', name: 'Desktop', about: '' },
    ...{ clicksEnabled: true, gesturesEnabled: true },
    switching: { rules: [], isSticky: false },
    classifiers: { pinch: {}, swipe: {} },
    bindings,
    pointer: {
      ...{ enabled: true, hand: 'either', mode: 'absolute', clickSource: 'both' },
      ...{ boxHeightPalms: 2, minCutoffHz: 1, beta: 5, dragDelayMs: 500, dragDistancePx: 40 },
      ...{ dragLock: false, scrollInertia: false },
      dwell: { dwellMs: 1000, click: 'left' },
      relative: { pxPerPalm: 500, acceleration: 2 },
    },
  }
}

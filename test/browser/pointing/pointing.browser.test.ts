import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { PointingTestResult } from '../../../src/contract/channels/pointing-test-channels.ts'
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

const resultOf = (
  id: string,
  throughput: number,
  settings: PointingTestResult['settings'],
): PointingTestResult => ({
  id,
  takenAtEpochMs: Date.UTC(2026, 0, 5, 10),
  settings,
  conditions: [],
  overall: { throughputBitsPerS: throughput, errorRatio: 0.077, movementMs: 1120, reentries: 0.31 },
})
const kept = [
  resultOf('a', 2.1, { 'pointer.minCutoffHz': 2.5 }),
  resultOf('b', 2.6, { 'pointer.minCutoffHz': 1.5 }),
]

let opened: OpenedWindow
afterEach(() => opened.close())

function openPage(results: readonly PointingTestResult[]): void {
  opened = openWindow('pointing', (name) => {
    if (name === 'listPointingTests') return ok({ results })
    if (name === 'keepPointingTest') return ok({ result: resultOf('c', 3.21, {}) })
    if (name === 'exportPointingTests') return ok({ fileName: 'tests.csv', text: 'a,b' })
    return ok({})
  })
  opened.end.tell('state', fineState)
}
/** Lets Svelte draw. Not by the next frame: a page that nobody sees gets none. */
const drawn = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve))

/** Taps the filled circle with a real event, as the system's pointer would. */
async function tapTarget(): Promise<void> {
  const box = document.querySelector('.current')!.getBoundingClientRect()
  const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, bubbles: true }
  const pad = document.querySelector('.pad')!
  pad.dispatchEvent(new PointerEvent('pointerdown', at))
  await drawn()
}

test('a whole test is three circles, kept by the host, and its figures shown', async () => {
  openPage([])
  await soon(() => expect(shownText()).toContain('No test was taken yet'))
  buttonNamed('Start the test').click()
  await soon(() => expect(shownText()).toContain('Tap the filled circle to begin.'))
  for (let tap = 0; tap < 3 * 14; tap += 1) await tapTarget()
  await soon(() => expect(shownText()).toContain('3.21'))
  const asked = opened.end.asked.find(({ name }) => name === 'keepPointingTest')
  expect(asked?.payload).toMatchObject({
    tests: [
      { condition: { distancePx: 320, widthPx: 64 } },
      { condition: { distancePx: 320, widthPx: 36 } },
      { condition: { distancePx: 160, widthPx: 28 } },
    ],
  })
  expect(JSON.stringify(asked?.payload).match(/"isHit":true/g)).toHaveLength(39)
})

test('a test that is stopped keeps nothing', async () => {
  openPage([])
  await soon(() => expect(shownText()).toContain('Start the test'))
  buttonNamed('Start the test').click()
  await soon(() => expect(document.querySelector('.current')).not.toBeNull())
  await tapTarget()
  await userEvent.keyboard('{Escape}')
  await soon(() => expect(shownText()).toContain('Start the test'))
  expect(opened.end.asked.some(({ name }) => name === 'keepPointingTest')).toBe(false)
})

test('compares results by the settings that differ, and deletes one', async () => {
  openPage(kept)
  await soon(() => expect(shownText()).toContain('Compared by settings'))
  expect(shownText()).toMatch(/Steadiness 1\.5[\s\S]*Steadiness 2\.5/)
  buttonNamed(/^Delete this result/).click()
  expect(opened.end.asked.at(-1)).toEqual({ name: 'deletePointingTest', payload: { id: 'b' } })
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing wrong: before, during and after, %s',
  async (theme) => {
    await prefer(theme)
    openPage(kept)
    await soon(() => expect(shownText()).toContain('Earlier results'))
    expect(await axeViolations()).toEqual([])
    buttonNamed('Start the test').click()
    await soon(() => expect(document.querySelector('.current')).not.toBeNull())
    expect(await axeViolations()).toEqual([])
  },
)

import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ShadowView } from '../../../contract/channels/shadow-channels.ts'
import {
  axeViolations,
  buttonNamed,
  fineState,
  openWindow,
  prefer,
  shownText,
  soon,
  type OpenedWindow,
} from '../../testing/page-stage.ts'

const view: ShadowView = {
  isOn: true,
  budgetPerHour: 2,
  watchedMs: 95 * 60_000,
  project: 'desktop',
  gestures: [
    {
      ...{ gesture: 'swipe.left', count: 1, perHour: 0.6, peakScores: [0.9], heldMs: [200] },
      proposal: { kind: 'keep' },
    },
    {
      ...{ gesture: 'pinch.index', count: 12, perHour: 7.6, peakScores: [0.6], heldMs: [90] },
      proposal: { kind: 'min-score', minScore: 0.74 },
    },
    {
      ...{ gesture: 'pose.fist', count: 9, perHour: 5.7, peakScores: [0.9], heldMs: [400] },
      proposal: { kind: 'switch-off' },
      accepted: { dwellMs: 1200 },
    },
  ],
}
let opened: OpenedWindow
afterEach(() => opened.close())
async function openPage(shadow: ShadowView = view): Promise<void> {
  opened = openWindow('shadow')
  opened.end.tell('state', fineState)
  opened.end.tell('shadow', shadow)
  await soon(() => expect(shownText()).toContain('Watched so far'))
}

test('shows the worst gesture first, what would be done about it, and takes the proposal', async () => {
  await openPage()
  const names = [...document.querySelectorAll('main li h2')].map(({ textContent }) => textContent)
  expect(names).toEqual(['index pinch', 'fist', 'swipe left'])
  expect(shownText()).toContain('Act only when at least 74 % sure')
  expect(shownText()).toContain('1 h 35 min')
  buttonNamed(/Accept index pinch/).click()
  buttonNamed(/Take back fist/).click()
  expect(opened.end.asked).toEqual([
    { name: 'acceptProposal', payload: { gesture: 'pinch.index' } },
    { name: 'revokeProposal', payload: { gesture: 'pose.fist' } },
  ])
})

test('starts, stops, starts over and takes a budget', async () => {
  await openPage()
  buttonNamed(/Stop counting/).click()
  await userEvent.selectOptions(document.querySelector<HTMLElement>('main select')!, '5')
  buttonNamed(/Start over/).click()
  opened.end.tell('shadow', { ...view, isOn: false, gestures: [] })
  await soon(() => expect(shownText()).toContain('Nothing would have been done yet'))
  buttonNamed(/Start counting/).click()
  expect(opened.end.asked).toEqual([
    { name: 'setShadow', payload: { isOn: false } },
    { name: 'setShadowBudget', payload: { perHour: 5 } },
    { name: 'clearShadow', payload: {} },
    { name: 'setShadow', payload: { isOn: true } },
  ])
})

test.each(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (theme) => {
  await prefer(theme)
  await openPage()
  expect(await axeViolations()).toEqual([])
})

import { afterEach, expect, test } from 'vitest'
import type { SpellingView } from '../../../contract/channels/spelling-channels.ts'
import {
  axeViolations,
  fineState,
  openWindow,
  prefer,
  shownText,
  soon,
  type OpenedWindow,
} from '../../testing/page-stage.ts'

let opened: OpenedWindow
afterEach(() => opened.close())

const spelling: SpellingView = {
  kind: 'on',
  letters: [
    { letter: 'N', score: 0.71 },
    { letter: 'M', score: 0.16 },
    { letter: 'T', score: 0.05 },
  ],
  isUnsure: false,
  word: 'kin',
  completions: ['kind', 'king', 'kinds'],
}
async function open(view: SpellingView): Promise<void> {
  opened = openWindow('live')
  opened.end.tell('state', fineState)
  opened.end.tell('spelling', view)
  await soon(() => expect(shownText()).toContain('Engaged'))
}

test('shows the likeliest letters, the word so far and what it may become', async () => {
  await open(spelling)
  await soon(() => expect(shownText()).toMatch(/N\s*71 %\s*M\s*16 %\s*T\s*5 %\s*kin\s*kind\s*king/))
})

test('says that it is unsure, and that there is no hand', async () => {
  await open({ ...spelling, isUnsure: true, word: '', completions: [] })
  await soon(() => expect(shownText()).toContain('Not sure: hold it still.'))
  opened.end.tell('spelling', { ...spelling, letters: [] })
  await soon(() => expect(shownText()).toContain('Show your hand to spell.'))
})

test('is not there where nobody spells', async () => {
  await open({ kind: 'off' })
  expect(document.querySelector('[aria-label=Spelling]')).toBeNull()
})

test.each(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (theme) => {
  await prefer(theme)
  await open(spelling)
  expect(await axeViolations()).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { activeWindowIn, NO_FACTS, withPropertyLine } from './xprop-lines.ts'

describe('the window in front', () => {
  it.each([
    ['_NET_ACTIVE_WINDOW(WINDOW): window id # 0x1400003', '0x1400003'],
    ['_NET_ACTIVE_WINDOW(WINDOW): window id # 0x1400003, 0x0', '0x1400003'],
    ['_NET_ACTIVE_WINDOW(WINDOW): window id # 0x0', undefined],
    ['_NET_ACTIVE_WINDOW:  not found.', undefined],
    ['_NET_ACTIVE_WINDOW:  no such atom on any window.', undefined],
  ])('of %j is %j', (line, id) => {
    expect(activeWindowIn(line)).toBe(id)
  })
})

it('its program and titles are read as xprop writes them', () => {
  const lines = [
    'WM_CLASS(STRING) = "navigator", "firefox-esr"',
    '_NET_WM_NAME(UTF8_STRING) = "A \\"quoted\\" \\\\ title — 👋 = it"',
    'WM_NAME(STRING) = "plain"',
    'WM_STATE:  not found.',
    '',
  ]
  expect(lines.reduce(withPropertyLine, NO_FACTS)).toEqual({
    program: 'firefox-esr',
    title: 'A "quoted" \\ title — 👋 = it',
    plainTitle: 'plain',
  })
})

it('a title that is taken away is gone', () => {
  const titled = withPropertyLine(NO_FACTS, '_NET_WM_NAME(UTF8_STRING) = "one"')
  expect(withPropertyLine(titled, '_NET_WM_NAME:  not found.').title).toBeUndefined()
})

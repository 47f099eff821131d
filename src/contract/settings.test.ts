import { describe, expect, it } from 'vitest'
import { settingsRequests } from './settings.ts'

const { ask } = settingsRequests.changeSettings
const HOTKEYS = { pause: '', nextProject: 'Control+N', previousProject: '' }

describe('a change of settings', () => {
  it.each([{}, { sounds: true }, { language: 'de', scale: 1.25 }, { hotkeys: HOTKEYS }])(
    'is what it names and no more: %j',
    (change) => {
      expect(ask.parse(change)).toStrictEqual(change)
    },
  )

  it.each([
    { theme: 'pink' },
    { theme: undefined },
    { hologram: true },
    { project: 'desktop' },
    { hotkeys: { pause: '' } },
  ])('is refused when it names what cannot be: %o', (change) => {
    expect(ask.safeParse(change).success).toBe(false)
  })
})

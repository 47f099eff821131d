import { afterEach, describe, expect, it } from 'vitest'
import { languageFor, speakWith } from './language.ts'
import type { Language } from './languages.ts'
import { spoken } from './spoken.ts'

describe('the language', () => {
  afterEach(() => {
    speakWith(() => 'en')
  })

  it('is the first of the wanted that there is, whatever the region', () => {
    expect(languageFor([undefined, 'fr-CA', 'de-AT', 'en'])).toBe('de')
    expect(languageFor(['en_GB.UTF-8', 'de'])).toBe('en')
  })

  it('is English when none of the wanted is known', () => {
    expect(languageFor([undefined, 'ja', ''])).toBe('en')
  })

  it('follows at once, in what was made before it changed', () => {
    let language: Language = 'en'
    speakWith(() => language)
    expect([spoken.tray.resume, spoken.gestures.hands.left]).toEqual(['Resume', 'left hand'])
    language = 'de'
    expect([spoken.tray.resume, spoken.gestures.hands.left]).toEqual(['Weiter', 'linke Hand'])
  })
})

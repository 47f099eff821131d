import { afterEach, describe, expect, it } from 'vitest'
import { inLanguages, languageFor, speakWith, type Language } from './language.ts'

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
    const words = inLanguages({
      en: { yes: 'Yes', count: (count: number) => `${count} hands` },
      de: { yes: 'Ja', count: (count: number) => `${count} Hände` },
    })
    let spoken: Language = 'en'
    speakWith(() => spoken)
    expect([words.yes, words.count(2)]).toEqual(['Yes', '2 hands'])
    spoken = 'de'
    expect([words.yes, words.count(2)]).toEqual(['Ja', '2 Hände'])
  })
})

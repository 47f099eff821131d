import { afterEach, describe, expect, it } from 'vitest'
import { speakWith } from '../language.ts'
import { heardInGerman } from './german.ts'
import { heard } from './heard.ts'

describe('what the host says', () => {
  afterEach(() => {
    speakWith(() => 'en')
  })

  it('stays as it came in English', () => {
    expect(heard('Show a hand to the camera.')).toBe('Show a hand to the camera.')
  })

  it('is translated with what differs, which is looked up as well', () => {
    speakWith(() => 'de')
    expect(heard('The camera “Brio” is not connected. Plug it in: it is used at once.')).toBe(
      'Die Kamera „Brio“ ist nicht angeschlossen. Schließe sie an: Sie wird sofort benutzt.',
    )
    expect(heard('“Desktop” could not be saved: the disk is full (/home/me).')).toBe(
      '„Desktop“ konnte nicht gespeichert werden: die Platte ist voll (/home/me).',
    )
  })

  it('stays as it came where it is not known', () => {
    speakWith(() => 'de')
    expect(heard('Quux 42')).toBe('Quux 42')
  })

  it('has as many gaps in German as in English', () => {
    const gaps = (text: string): number => text.split('{}').length
    const uneven = Object.entries(heardInGerman).filter(
      ([english, german]) => gaps(english) !== gaps(german),
    )
    expect(uneven).toEqual([])
  })
})

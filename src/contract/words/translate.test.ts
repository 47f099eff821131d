import { afterEach, describe, expect, it } from 'vitest'
import { sentence, verbatim } from '../../core/sentence/sentence.ts'
import { PSEUDO, speakWith } from './language.ts'
import { say } from './say.ts'
import { fillGaps, translate } from './translate.ts'

const camera = say('The camera “{}”', 'Brio')
const unplugged = say('{} is not connected. Plug it in: it is used at once.', camera)

describe('what is said', () => {
  afterEach(() => {
    speakWith(() => 'en')
  })

  it('stays as it was said in English', () => {
    expect(translate(unplugged)).toBe(
      'The camera “Brio” is not connected. Plug it in: it is used at once.',
    )
  })

  it('is looked up with what differs, which is looked up as well', () => {
    speakWith(() => 'de')
    expect(translate(unplugged)).toBe(
      'Die Kamera „Brio“ ist nicht angeschlossen. Schließe sie an: Sie wird sofort benutzt.',
    )
  })

  it('is said in the language that is asked for', () => {
    expect(translate(say('Choose other keys.'), 'de')).toBe('Nimm andere Tasten.')
  })

  it('stays as it came where it is another’s, or of another version of Beckon', () => {
    expect(translate(verbatim('ENOENT {}'), 'de')).toBe('ENOENT {}')
    expect(translate(sentence('Quux {}', 42), 'de')).toBe('Quux 42')
    expect(translate(sentence('toString'), 'de')).toBe('toString')
  })

  it('is nothing where nothing was said', () => {
    expect(translate(undefined)).toBe('')
  })

  it('shows its own words in the pseudo language, and leaves names alone', () => {
    expect(translate(say('{} is in front', 'Firefox'), PSEUDO)).toBe('Firefox⟦ íšš íññ ƒŕóñţţţ⟧')
  })

  it('may come in the order of the language', () => {
    expect(fillGaps('{2} of {1}, {2} again', ['ten', 'one'])).toBe('one of ten, one again')
  })
})

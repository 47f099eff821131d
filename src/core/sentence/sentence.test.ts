import { describe, expect, it } from 'vitest'
import { say } from './say.ts'
import { inEnglish, joinSaid, MOST_ARG_CHARACTERS, sentence, verbatim } from './sentence.ts'

describe('a sentence', () => {
  it('is joined with what differs, sentences within it, too', () => {
    const range = say('a number from {} to {} ({})', 0.05, 0.5, say('palm lengths'))
    const said = say('option "{}" must be {}, not {}', 'size', range, '7')
    expect(inEnglish(said)).toBe(
      'option "size" must be a number from 0.05 to 0.5 (palm lengths), not 7',
    )
  })

  it('takes the words of others as they are, whatever is in them', () => {
    expect(inEnglish(say('known are {}', '{} and {}'))).toBe('known are {} and {}')
    expect(inEnglish(verbatim('50 {} off'))).toBe('50 {} off')
  })

  it('stands beside others', () => {
    const both = joinSaid([verbatim('one'), say('true or false')], '; ')
    expect(inEnglish(both)).toBe('one; true or false')
    expect(inEnglish(joinSaid([], '; '))).toBe('')
  })

  it('stays within what may cross a boundary', () => {
    const [number, long] = sentence('{} {}', Number.NaN, 'x'.repeat(9000)).args
    expect(number).toBe('NaN')
    expect(long).toHaveLength(MOST_ARG_CHARACTERS)
  })

  it('that is not known, or has other gaps, does not compile', () => {
    // @ts-expect-error It is not among what core says.
    say('Nobody says this.')
    // @ts-expect-error It has a gap.
    say('known are {}')
    // @ts-expect-error It has no gap.
    say('Paused.', 1)
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { speakWith } from '../../contract/words/language.ts'
import { decimal, moment, whole } from './numbers.ts'

describe('numbers', () => {
  afterEach(() => {
    speakWith(() => 'en')
  })

  it('are written as the language spoken does, with digits that stay', () => {
    expect([decimal(1234.5, 2), whole(0.6)]).toEqual(['1,234.50', '1'])
    speakWith(() => 'de')
    expect([decimal(1234.5, 2), whole(0.6)]).toEqual(['1.234,50', '1'])
  })

  it('are dates, too', () => {
    const noon = new Date(2026, 2, 14, 12, 5).getTime()
    expect(moment(noon)).toContain('Mar 14, 2026')
    speakWith(() => 'de')
    expect(moment(noon)).toBe('14.03.2026, 12:05')
  })
})

import { describe, expect, it } from 'vitest'
import { joinSaid, sentence, verbatim, type Sentence } from '../../core/sentence/sentence.ts'
import { say } from './say.ts'
import { sentenceSchema } from './sentence-schema.ts'

const passes = (value: unknown): boolean => sentenceSchema.safeParse(value).success
/** One within the other. */
const nested = (depth: number): Sentence =>
  depth === 1 ? verbatim('x') : sentence('{}', nested(depth - 1))

describe('what crosses a boundary as a sentence', () => {
  it('comes over as it was', () => {
    const said = say('{}, {}', 'a.json', joinSaid([say('line {}: {}', 3, verbatim('no'))], '; '))
    expect(sentenceSchema.parse(JSON.parse(JSON.stringify(said)))).toEqual(said)
  })

  it.each<[string, unknown]>([
    ['a text', 'Paused.'],
    ['nothing', undefined],
    ['half of one', { template: 'Paused.' }],
    ['more than one', { template: 'Paused.', args: [], html: '<b>' }],
    ['an argument of another kind', { template: '{}', args: [true] }],
    ['a number that is none', { template: '{}', args: [Number.NaN] }],
    ['a template without end', { template: 'x'.repeat(1001), args: [] }],
    ['an argument without end', { template: '{}', args: ['x'.repeat(2001)] }],
    ['arguments without end', { template: '{}', args: Array.from({ length: 65 }, () => 'x') }],
  ])('is refused when it is %s', (_what, value) => {
    expect(passes(value)).toBe(false)
  })

  it('is as deep as anybody talks, and no deeper, however deep that would be', () => {
    expect([passes(nested(8)), passes(nested(9)), passes(nested(5000))]).toEqual([
      true,
      false,
      false,
    ])
  })
})

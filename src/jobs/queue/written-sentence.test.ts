import { describe, expect, test } from 'vitest'
import { say } from '../../contract/words/say.ts'
import { verbatim } from '../../core/sentence/sentence.ts'
import { readSentence, sentencesTogether, writtenSentence } from './written-sentence.ts'

describe('a sentence in a column of text', () => {
  test('is read as it was written', () => {
    const said = say('Tried twice. {}', say('The worker ended with {}.', '7'))
    expect(readSentence(writtenSentence(said))).toEqual(said)
  })

  test.each(['It is a still picture.', '', '7', '{"template":', '{"template":"x"}'])(
    'from before sentences were data is kept word for word: %j',
    (text) => {
      expect(readSentence(text)).toEqual(verbatim(text))
    },
  )

  test('comes after the one before it', () => {
    const [one, other] = [verbatim('One.'), verbatim('Other.')]
    expect([sentencesTogether(one, other), sentencesTogether(undefined, one)]).toEqual([
      'One. Other.',
      'One.',
    ])
    expect(sentencesTogether(undefined, undefined)).toBeUndefined()
  })
})

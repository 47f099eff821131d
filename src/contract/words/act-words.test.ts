import { afterEach, describe, expect, it } from 'vitest'
import { NONE } from '../../core/classifier/classifier.ts'
import { classifiers } from '../../core/classifier/registry.ts'
import { SIGN_LETTERS } from '../../core/classifier/sign-letters.ts'
import { LANGUAGES, speakWith } from './language.ts'
import { actionWords, choiceWords, effectWords } from './act-words.ts'
import { englishGestures } from './english-gestures.ts'
import { germanGestures } from './german-gestures.ts'
import { translated } from './heard/heard.ts'

afterEach(() => {
  speakWith(() => 'en')
})

describe('what is said of actions', () => {
  it('tells in German what a binding does from what was done', () => {
    speakWith(() => 'de')
    const act = { kind: 'mode', mode: 'watching' } as const
    const open = { kind: 'launch', target: 'Uhr', args: [] } as const
    expect([actionWords(act), effectWords(act)]).toEqual([
      'Kontrolle abgeben',
      'Kontrolle abgegeben',
    ])
    expect([actionWords(open), effectWords(open)]).toEqual(['Uhr öffnen', 'Uhr geöffnet'])
  })

  it('is of the action at hand', () => {
    const act = { kind: 'key.chord', keys: ['control', 'c'] } as const
    expect([actionWords(act), effectWords(act)]).toEqual(['press control + c', 'press control+c'])
    expect(effectWords(act, 'de')).toBe('control+c')
  })
})

describe('what is said of gestures', () => {
  // Letters say themselves best.
  const read = classifiers.filter(({ id }) => id !== SIGN_LETTERS)

  it('has a word in every language for every label', () => {
    const words = { en: englishGestures, de: germanGestures }
    const missing = LANGUAGES.flatMap((language) =>
      read.flatMap(({ id, labels }) =>
        labels
          .filter((label) => label !== NONE && words[language].gesture(id, label) === undefined)
          .map((label) => `${language}: ${id}.${label}`),
      ),
    )
    expect(missing).toEqual([])
  })

  it('has German for what classifiers and their options call themselves', () => {
    const titles = classifiers.flatMap(({ title, options }) => [
      title,
      ...options.map((option) => option.title),
    ])
    expect(titles.filter((title) => translated(title) === undefined)).toEqual([])
  })

  it('has a word in every language for every choice', () => {
    const choices = classifiers
      .flatMap(({ options }) => options)
      .flatMap((option) => (option.kind === 'choice' ? option.choices : []))
    for (const language of LANGUAGES) {
      speakWith(() => language)
      const said = choices.map(choiceWords)
      expect(said.filter((words, at) => words === choices[at])).toEqual([])
    }
    expect(choices.length).toBeGreaterThan(0)
  })
})

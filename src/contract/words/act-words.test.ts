import { afterEach, describe, expect, it } from 'vitest'
import { NONE } from '../../core/classifier/classifier.ts'
import { classifiers } from '../../core/classifier/registry.ts'
import { SIGN_LETTERS } from '../../core/classifier/sign-letters.ts'
import { speakWith } from './language.ts'
import { LANGUAGES } from './languages.ts'
import { actionWords, choiceWords, effectWords } from './act-words.ts'
import type { ClassifierWords } from './gestures.ts'
import { spokenIn } from './spoken.ts'

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
    const missing = LANGUAGES.flatMap((language) =>
      read.flatMap(({ id, labels }) =>
        labels
          .filter(
            (label) =>
              label !== NONE && spokenIn(language).gestures.gesture(id, label) === undefined,
          )
          .map((label) => `${language}: ${id}.${label}`),
      ),
    )
    expect(missing).toEqual([])
  })

  it('has a title in every language for every classifier and every option', () => {
    for (const language of LANGUAGES) {
      const titled: Readonly<Record<string, ClassifierWords>> =
        spokenIn(language).gestures.classifiers
      const optionsOf = ([id, { options = {} }]: [string, ClassifierWords]) =>
        [id, Object.keys(options).toSorted()] as const
      expect(Object.fromEntries(Object.entries(titled).map(optionsOf))).toEqual(
        Object.fromEntries(
          classifiers.map(({ id, options }) => [id, options.map(({ name }) => name).toSorted()]),
        ),
      )
    }
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

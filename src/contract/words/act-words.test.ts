import { describe, expect, it } from 'vitest'
import { classifiers } from '../../core/classifier/registry.ts'
import { NONE } from '../../core/classifier/classifier.ts'
import { SIGN_LETTERS } from '../../core/classifier/sign-letters.ts'
import { LANGUAGES } from '../language.ts'
import { spokenIn } from './spoken.ts'

describe.each(LANGUAGES)('in %s', (language) => {
  const words = spokenIn(language).gestures

  it('every classifier has a name, and every option of it', () => {
    const named: Readonly<Record<string, { title: string; options?: object }>> = words.classifiers
    expect(
      classifiers.map(({ id, options }) => [id, options.map(({ name }) => name).toSorted()]),
    ).toEqual(classifiers.map(({ id }) => [id, Object.keys(named[id]?.options ?? {}).toSorted()]))
    expect(classifiers.filter(({ id }) => !named[id]?.title)).toEqual([])
  })

  it('every gesture has a name; letters are their own', () => {
    const nameless = classifiers
      .filter(({ id }) => id !== SIGN_LETTERS)
      .flatMap(({ id, labels }) => labels.map((label) => ({ id, label })))
      .filter(({ id, label }) => label !== NONE && !words.gesture(id, label))
    expect(nameless).toEqual([])
  })
})

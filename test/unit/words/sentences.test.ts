import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../src/contract/words/languages.ts'
import { projectAbout } from '../../../src/contract/words/shipped-projects.ts'
import { germanSentences } from '../../../src/contract/words/de/sentences/german-sentences.ts'
import { templateIn } from '../../../src/contract/words/spoken.ts'
import { saidIn } from './said-in.ts'
import { codeOf, filesOf } from './sources.ts'

const known = Object.keys(germanSentences)
const calls = filesOf('src/**/*.{ts,svelte}').flatMap((file) =>
  saidIn(codeOf(file)).map((call) => ({ ...call, where: `${file.path}:${call.line}` })),
)
const said = calls.filter(({ by }) => by === 'say')
/** Which arguments a template takes, `{}` the next and `{2}` the second. */
const gapsOf = (template: string): readonly number[] => {
  let next = 0
  const gaps = [...template.matchAll(/\{(\d*)\}/g)].map(([, place]) =>
    place === '' ? (next += 1) : Number(place),
  )
  return gaps.toSorted((one, other) => one - other)
}

describe('a sentence', () => {
  it('stands word for word where it is said', () => {
    expect(said.length).toBeGreaterThan(300)
    expect(said.filter(({ text }) => text === undefined)).toEqual([])
  })

  it('that is said is known to every language', () => {
    const strangers = said.filter(({ text = '' }) => !Object.hasOwn(germanSentences, text))
    expect(strangers).toEqual([])
  })

  it('that the languages know is said somewhere', () => {
    const texts = new Set(said.map(({ text }) => text))
    expect(known.filter((template) => !texts.has(template))).toEqual([])
  })

  it.each(LANGUAGES.filter((language) => language !== 'en'))('has its gaps in %s', (language) => {
    const uneven = known.filter(
      (template) => String(gapsOf(templateIn(language, template))) !== String(gapsOf(template)),
    )
    expect(uneven).toEqual([])
  })

  it('of ours never passes for another’s words', () => {
    const disguised = calls.filter(
      ({ by, text = '' }) => by === 'verbatim' && text.replaceAll('{}', '').includes(' '),
    )
    expect(disguised).toEqual([])
  })
})

describe('shipped projects', () => {
  it('say in every language what they are for', () => {
    const projects = filesOf('resources/projects/*.json').map(({ source }) => asProject(source))
    expect(projects.length).toBeGreaterThanOrEqual(8)
    const strangers = projects.filter(({ id, about }) => projectAbout(id, about).template !== about)
    expect(strangers).toEqual([])
  })
})
const asProject = (source: string): { readonly id: string; readonly about: string } =>
  JSON.parse(source) as { id: string; about: string }

describe('the reading of sources', () => {
  it('sees what is said, with its line, and what is made up while it is said', () => {
    const source = `failed(say('It broke.'))
const a = isOdd ? say('Odd one: {}.', n) : verbatim(\`No \${n}.\`)
say(words)`
    expect(saidIn(source)).toEqual([
      { by: 'say', line: 1, text: 'It broke.' },
      { by: 'say', line: 2, text: 'Odd one: {}.' },
      { by: 'verbatim', line: 2, text: 'No {}.' },
      { by: 'say', line: 3, text: undefined },
    ])
  })
})

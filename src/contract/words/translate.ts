import { inEnglish, type Sentence, type SentenceArg } from '../../core/sentence/sentence.ts'
import { PSEUDO, spokenLanguage, type SpokenLanguage } from './language.ts'
import { pseudo } from './pseudo.ts'
import { templateIn } from './spoken.ts'

/** What was said, in the language spoken here or the one that is asked for; nothing where nothing was said. */
export function translate(
  said: Sentence | undefined,
  language: SpokenLanguage = spokenLanguage(),
): string {
  if (said === undefined) return ''
  if (language === 'en') return inEnglish(said)
  const { template, args } = said
  const words = args.map((arg) => translateArg(arg, language))
  return language === PSEUDO
    ? fillGaps(template, words, pseudo)
    : fillGaps(templateIn(language, template), words)
}

const translateArg = (arg: SentenceArg, language: SpokenLanguage): string =>
  typeof arg === 'object' ? translate(arg, language) : String(arg)

/** `{}` takes the next of the words, `{2}` the second. */
export function fillGaps(
  template: string,
  words: readonly string[],
  literal: (text: string) => string = String,
): string {
  let next = 0
  const parts = template.split(/\{(\d*)\}/)
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return literal(part)
      return words[part === '' ? next++ : Number(part) - 1] ?? ''
    })
    .join('')
}

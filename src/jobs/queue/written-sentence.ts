import { sentenceSchema } from '../../contract/words/sentence-schema.ts'
import { joinSaid, verbatim, type Sentence } from '../../core/sentence/sentence.ts'
import { parseJson } from '../../node/parse-json.ts'

/** A sentence as a column of text keeps it. */
export const writtenSentence = (said: Sentence): string => JSON.stringify(said)

/** What a column keeps. Until sentences were data it was English. */
export function readSentence(text: string): Sentence {
  return sentenceSchema.safeParse(parseJson(text)).data ?? verbatim(text)
}

/** One after the other; nothing where nothing was said. */
export function sentencesTogether(...all: readonly (Sentence | undefined)[]): Sentence | undefined {
  const said = all.filter((one) => one !== undefined)
  return said.length > 1 ? joinSaid(said, ' ') : said[0]
}

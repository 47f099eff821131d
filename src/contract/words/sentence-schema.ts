import { z } from 'zod'
import {
  MOST_ARG_CHARACTERS,
  type Sentence,
  type SentenceArg,
} from '../../core/sentence/sentence.ts'

const MOST_TEMPLATE_CHARACTERS = 1000
const MOST_ARGS = 64
/** A unit, in an expectation, about an option, of a classifier, in a line, of a list, in a file, kept aside. */
const MOST_DEPTH = 8

const plainArg = z.union([z.string().max(MOST_ARG_CHARACTERS), z.number()])

const sentenceWithArgs = (arg: z.ZodType<SentenceArg>): z.ZodType<Sentence> =>
  z.strictObject({
    template: z.string().max(MOST_TEMPLATE_CHARACTERS),
    args: z.array(arg).max(MOST_ARGS),
  })

/** Built level by level: what is nested deeper than anybody talks is refused before it is looked through. */
function sentenceOfDepth(depth: number): z.ZodType<Sentence> {
  return sentenceWithArgs(depth === 1 ? plainArg : z.union([plainArg, sentenceOfDepth(depth - 1)]))
}

/** A sentence that crosses a boundary. */
export const sentenceSchema = sentenceOfDepth(MOST_DEPTH)

/** A failure of the outside world, with what people can do about it. */
export const problemSchema = z.strictObject({
  message: sentenceSchema,
  fix: sentenceSchema.optional(),
})

import { z } from 'zod'

/** A form is one video and a few options, and whatever else it holds would be kept in memory. Bytes, where nothing is said. */
export const FORM_LIMITS = {
  /** Two, so that a second one is told of in words. */
  files: 2,
  fields: 10,
  parts: 12,
  fieldNameSize: 100,
  fieldSize: 1024,
  /** Lines in the head of one part. */
  headerPairs: 20,
} as const

/** Said of a field that is cut off. */
export const LONG_FIELD = `a field of the form is too long: its name may have ${FORM_LIMITS.fieldNameSize} bytes, its value ${FORM_LIMITS.fieldSize}`

const limitCode = z.object({
  code: z.enum(['FST_PARTS_LIMIT', 'FST_FIELDS_LIMIT', 'FST_FILES_LIMIT']),
})
const { files, fields, parts } = FORM_LIMITS
const WORDS = {
  FST_FIELDS_LIMIT: `the form holds more than ${fields} fields`,
  FST_FILES_LIMIT: `the form holds more than ${files - 1} file`,
  FST_PARTS_LIMIT: `the form holds more than ${parts} parts`,
} as const

/** The parser cuts off long values, and lets long names pass. */
export const isLongField = (field: {
  readonly fieldname: string
  readonly valueTruncated: boolean
}): boolean => field.valueTruncated || field.fieldname.length > FORM_LIMITS.fieldNameSize

/** What the sender hears of a form that holds too much; undefined for any other error. */
export function wordsOfLimit(error: unknown): string | undefined {
  const { success, data } = limitCode.safeParse(error)
  return success ? WORDS[data.code] : undefined
}

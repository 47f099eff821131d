import { z } from 'zod'
import { LETTER_POINTS } from '../../core/classifier/letters/letter-points.ts'
import { LETTERS, type Letter } from '../../core/classifier/letters/letters.ts'
import { bytesOfBase64 } from '../http/base64.ts'

/**
 * What clients say. In the words of the first protocol: {"jpeg_blob": base64, "new_letter": "B" | null}. Newer clients may
 * send the JPEG as a binary message, or {"landmarks": 42 × 3 numbers}, and ask for more with "answer": "full" and a
 * "sequence" of their own. {"answer": "full" | "short", "new_letter": "B" | null} without a frame sets what binary messages
 * cannot say; only with "answer", for to a client of the first protocol a forgotten picture is an error.
 */
export interface ClientMessage {
  readonly frame: ClientFrame
  /** Not undefined: start over with this letter as the target. */
  readonly newLetter: Letter | undefined
  /** Undefined: as the connection's settings say. */
  readonly isFull: boolean | undefined
  readonly sequence: number | undefined
}
export interface ClientSettings {
  readonly newLetter: Letter | undefined
  readonly isFull: boolean
}
export type ClientFrame =
  | { readonly kind: 'jpeg'; readonly bytes: Uint8Array }
  | { readonly kind: 'landmarks'; readonly points: Float32Array }

export type ParsedMessage =
  | { readonly kind: 'message'; readonly message: ClientMessage }
  | { readonly kind: 'settings'; readonly settings: ClientSettings }
  | { readonly kind: 'fault'; readonly error: string }

export interface Answer {
  readonly maxarg_letter: Letter
  readonly target_arg_prob: number
}
export interface FullAnswer extends Answer {
  /** Of every letter and of none. */
  readonly probabilities: Readonly<Record<string, number>>
  readonly signed: Letter | null
  readonly sequence: number | null
  readonly timings: { readonly waitMs: number; readonly workMs: number }
  readonly dropped: number
}

/** The answer to a reset, to the letter: clients in languages that tell 0 from 0.0 expect the latter. */
export const RESET_TEXT = '{"maxarg_letter": "A", "target_arg_prob": 0.0}'

/** In image heights a hand is never as far away; and what no float holds would be read as no number at all. */
const coordinate = z.number().min(-100).max(100)
const letterSchema = z.enum(LETTERS)
const settingsSchema = z.strictObject({
  answer: z.enum(['short', 'full']),
  new_letter: letterSchema.nullable().optional(),
})
const schema = z
  .object({
    jpeg_blob: z.string().min(1).optional(),
    landmarks: z.array(z.tuple([coordinate, coordinate, coordinate])).optional(),
    new_letter: letterSchema.nullable().optional(),
    answer: z.enum(['short', 'full']).optional(),
    sequence: z.number().int().optional(),
  })
  .refine((said) => (said.jpeg_blob === undefined) !== (said.landmarks === undefined), {
    message: 'expected jpeg_blob or landmarks',
  })
  .refine((said) => said.landmarks === undefined || said.landmarks.length === LETTER_POINTS / 3, {
    message: `expected ${LETTER_POINTS / 3} landmarks`,
  })
  .refine((said) => said.jpeg_blob === undefined || said.new_letter !== undefined, {
    message: 'expected new_letter: a letter or null',
  })

export function parseClientMessage(data: Uint8Array, isBinary: boolean): ParsedMessage {
  if (isBinary) return jpegMessage(data, {})
  let said: unknown
  try {
    said = JSON.parse(new TextDecoder().decode(data))
  } catch {
    return messageFault('the message is no JSON')
  }
  const settings = settingsSchema.safeParse(said)
  if (settings.success) return settingsMessage(settings.data)
  const parsed = schema.safeParse(said)
  if (!parsed.success) return messageFault(faultOf(parsed.error))
  const { jpeg_blob, landmarks, ...rest } = parsed.data
  if (landmarks !== undefined) {
    return message({ kind: 'landmarks', points: Float32Array.from(landmarks.flat()) }, rest)
  }
  const bytes = bytesOfBase64((jpeg_blob ?? '').replace(/^data:image\/jpeg;base64,/, ''))
  return bytes === undefined ? messageFault('jpeg_blob is no base64') : jpegMessage(bytes, rest)
}

type Rest = Pick<z.infer<typeof schema>, 'new_letter' | 'answer' | 'sequence'>

function settingsMessage({ answer, new_letter }: z.infer<typeof settingsSchema>): ParsedMessage {
  const settings = { isFull: answer === 'full', newLetter: new_letter ?? undefined }
  return { kind: 'settings', settings }
}

function message(frame: ClientFrame, { new_letter, answer, sequence }: Rest): ParsedMessage {
  const newLetter = new_letter ?? undefined
  const isFull = answer === undefined ? undefined : answer === 'full'
  return { kind: 'message', message: { frame, newLetter, isFull, sequence } }
}

function jpegMessage(bytes: Uint8Array, rest: Rest): ParsedMessage {
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
  return isJpeg ? message({ kind: 'jpeg', bytes }, rest) : messageFault('the picture is no JPEG')
}

const messageFault = (error: string): ParsedMessage => ({ kind: 'fault', error })

function faultOf({ issues }: z.ZodError): string {
  const [issue] = issues
  const where = issue?.path.join('.') ?? ''
  return where === '' ? (issue?.message ?? 'is wrong') : `${where}: ${issue?.message ?? 'is wrong'}`
}

import { z } from 'zod'
import { DEFAULT_SMOOTHING } from '../../core/filter/point-filter.ts'
import { bytesOfBase64 } from '../http/base64.ts'

/** A picture as clients send it: base64 (a data URL too) or bytes. */
export interface FrameMessage {
  readonly picture: Uint8Array
  /** The client's clock, ms. */
  readonly timestampMs: number | undefined
  readonly sequence: number | undefined
}

export type Parsed<Message> =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'fault'; readonly error: string; readonly sequence: number | null }

const bytesSchema = z.instanceof(Uint8Array)
const sequenceSchema = z.number().int().min(0)
const frameSchema = z.object({
  image: z.union([z.string().min(1), bytesSchema]),
  timestamp: z.number().optional(),
  sequence: sequenceSchema.optional(),
})

export function parseFrame(said: unknown): Parsed<FrameMessage> {
  const parsed = frameSchema.safeParse(said)
  if (!parsed.success) {
    const numbered = z.object({ sequence: sequenceSchema }).safeParse(said)
    const [issue] = parsed.error.issues
    const where = issue?.path.join('.') ?? ''
    const error = `expected {image, timestamp, sequence}: ${where} ${issue?.message ?? ''}`.trim()
    return { kind: 'fault', error, sequence: numbered.success ? numbered.data.sequence : null }
  }
  const { image, timestamp, sequence } = parsed.data
  const picture = typeof image === 'string' ? bytesOfBase64(withoutHead(image)) : image
  if (picture === undefined) {
    return { kind: 'fault', error: 'image is no base64', sequence: sequence ?? null }
  }
  return { kind: 'message', message: { picture, timestampMs: timestamp, sequence } }
}

const withoutHead = (dataUrl: string): string => dataUrl.replace(/^data:image\/[a-z]+;base64,/, '')

const MAX_PEOPLE = 8

/** What a new value weighs at 30 frames a second; 1 does not smooth. */
const alpha = z.coerce.number().gt(0).max(1)

/** A number is the weight of exponential smoothing; how a 1€ filter is tuned is told at its settings. */
const smoothing = z
  .union([
    alpha.transform((weight) => ({ kind: 'exponential' as const, alpha: weight })),
    z.object({ kind: z.literal('exponential'), alpha }),
    z.object({
      kind: z.literal('one-euro'),
      minCutoffHz: z.coerce.number().gt(0).default(1),
      beta: z.coerce.number().min(0).default(0),
    }),
    z.object({ kind: z.literal('none') }),
  ])
  .default(DEFAULT_SMOOTHING)

/** What a client may ask for: in a connection's `auth` or query, or in an address's query. */
export const optionsSchema = z.object({
  people: z.coerce.number().int().min(1).max(MAX_PEOPLE).default(1),
  hands: z
    .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
    .default(true)
    .transform((hands) => hands === true || hands === 'true' || hands === '1'),
  smoothing: z
    .object({ body: smoothing, hands: smoothing, angles: smoothing, coordinates: smoothing })
    .prefault({}),
})
export const WRONG_OPTIONS =
  'people must be 1 to 8, hands true or false, each smoothing more than 0 and at most 1, or {kind: one-euro, minCutoffHz, beta}'
export type PoseOptions = z.infer<typeof optionsSchema>

import { z } from 'zod'
import { sentenceSchema } from '../../../../contract/words/sentence-schema.ts'

const button = z.enum(['left', 'right', 'middle'])
const point = { x: z.number().int(), y: z.number().int() }
const nativeKeys = z.array(z.string())

/** What the app asks of its input process, each carried out whole before the next. Keys by the library's names. */
export const inputCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('move'), ...point }),
  z.strictObject({ kind: z.literal('press'), button, ...point }),
  z.strictObject({ kind: z.literal('release'), button }),
  z.strictObject({ kind: z.literal('click'), button, isDouble: z.boolean(), ...point }),
  z.strictObject({ kind: z.literal('scroll'), right: z.number().int(), down: z.number().int() }),
  z.strictObject({ kind: z.literal('zoom'), in: z.number().int() }),
  z.strictObject({ kind: z.literal('press-keys'), keys: nativeKeys }),
  z.strictObject({ kind: z.literal('release-keys'), keys: nativeKeys }),
  z.strictObject({ kind: z.literal('chord'), keys: nativeKeys }),
  z.strictObject({ kind: z.literal('type'), text: z.string() }),
  z.strictObject({ kind: z.literal('position') }),
])
export type InputCommand = z.infer<typeof inputCommandSchema>

/** What programs take for a zoom together with the wheel. */
export const ZOOM_KEYS: readonly string[] = ['LeftControl']

/** Said by an app that lives while something is held; no answer. */
export const HEARTBEAT = { kind: 'heartbeat' } as const
export const HEARTBEAT_MS = 250
const heartbeatSchema = z.strictObject({ kind: z.literal('heartbeat') })

const requestSchema = z.strictObject({ id: z.number().int(), command: inputCommandSchema })

/** What an input process hears. */
export const inputMessageSchema = z.union([heartbeatSchema, requestSchema])

export const inputReplySchema = z.discriminatedUnion('kind', [
  /** Once, when the system was found to accept input. Size of the screen in pixels. */
  z.strictObject({ kind: z.literal('ready'), width: z.number(), height: z.number() }),
  z.strictObject({ kind: z.literal('done'), id: z.number().int(), x: z.number(), y: z.number() }),
  z.strictObject({ kind: z.literal('failed'), id: z.number().int(), message: sentenceSchema }),
])
export type InputReply = z.infer<typeof inputReplySchema>

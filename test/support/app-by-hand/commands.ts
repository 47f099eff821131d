import { z } from 'zod'
import { stageSchema } from '../../../src/contract/channels/status.ts'
import { THROWS } from './throw-in-stage.ts'

const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('suspend') }),
  z.strictObject({ kind: z.literal('toggle-pause') }),
  z.strictObject({ kind: z.literal('set-mode'), mode: z.enum(['paused', 'watching', 'engaged']) }),
  z.strictObject({ kind: z.literal('switch-project'), id: z.string() }),
  z.strictObject({ kind: z.literal('quit'), reason: z.string() }),
])
const orderSchema = z.discriminatedUnion('kind', [
  /** The page comes with a new wire. */
  z.strictObject({ kind: z.literal('attach'), transport: z.number() }),
  z.strictObject({ kind: z.literal('command'), command: commandSchema }),
  /** The next orders to the system throw. */
  z.strictObject({ kind: z.literal('fail'), count: z.number() }),
  /** Something of this stage fails by itself. */
  z.strictObject({ kind: z.literal('throw'), stage: stageSchema, how: z.enum(THROWS) }),
  /** The main loop does nothing else. */
  z.strictObject({ kind: z.literal('hang'), forMs: z.number() }),
])

/** What the evaluation tells the app under test, besides what its page does. */
export type Order = z.infer<typeof orderSchema>

export const parseRequest = (raw: unknown): Order | undefined => {
  const parsed = orderSchema.safeParse(raw)
  return parsed.success ? parsed.data : undefined
}

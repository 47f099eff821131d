import { z } from 'zod'
import type { Action, ActionKind, ActionOf } from '../../core/action/action.ts'
import { zodMessage } from '../words/zod-sentences.ts'
import { say } from '../words/say.ts'

const button = z.enum(['left', 'right', 'middle'])
const ratio = z.number().min(0).max(1)

/** Marks names of keys in the published form. */
export const KEY_TITLE = 'Key'

/** What a binding may do, as project files write it. `isKey` says which key names the keyboard sink knows. */
export function actionSchema(isKey: (name: string) => boolean): z.ZodType<Action> {
  const key = z
    .string()
    .check(({ value, issues }) => {
      if (isKey(value)) return
      const { error, params } = zodMessage(say('there is no key called {}', JSON.stringify(value)))
      issues.push({ code: 'custom', input: value, message: error, params })
    })
    .meta({ title: KEY_TITLE })
  const keys = z.array(key).min(1).max(6)
  const byKind = {
    'pointer.button': actionForm('pointer.button', { button }),
    'pointer.click': actionForm('pointer.click', {
      button,
      count: z.union([z.literal(1), z.literal(2)]),
    }),
    'pointer.scroll': actionForm('pointer.scroll', { gain: z.number().min(-100).max(100) }),
    'key.chord': actionForm('key.chord', { keys }),
    'key.hold': actionForm('key.hold', { keys }),
    'key.text': actionForm('key.text', { text: z.string().min(1).max(2000) }),
    spelling: actionForm('spelling', { command: z.enum(['complete', 'exchange', 'drop-word']) }),
    'volume.set': actionForm('volume.set', { levelRatio: ratio }),
    'volume.step': actionForm('volume.step', { stepRatio: z.number().min(-1).max(1) }),
    'volume.mute': actionForm('volume.mute', {
      muted: z.union([z.boolean(), z.literal('toggle')]),
    }),
    media: actionForm('media', { command: z.enum(['play-pause', 'next', 'previous', 'stop']) }),
    launch: actionForm('launch', {
      target: z.string().min(1).max(2000),
      args: z.array(z.string().max(2000)).max(50),
    }),
    axis: axisSchema(keys),
    'project.switch': actionForm('project.switch', { project: z.string().min(1) }),
    'project.step': actionForm('project.step', { step: z.enum(['next', 'previous']) }),
    mode: actionForm('mode', { mode: z.enum(['paused', 'watching']) }),
  } satisfies { readonly [Kind in ActionKind]: z.ZodType<ActionOf<Kind>> }
  return z.discriminatedUnion('kind', asOptions(Object.values(byKind)))
}

const actionForm = <Kind extends ActionKind, Shape extends z.ZodRawShape>(
  kind: Kind,
  shape: Shape,
) => z.strictObject({ kind: z.literal(kind), ...shape })

// The library asks for a list that cannot be empty; that of a record's values cannot be, but does not say so.
const asOptions = <One>(options: readonly One[]): readonly [One, ...One[]] =>
  options as readonly [One, ...One[]]

/** Zero range would divide by it. */
const LEAST_RANGE = 0.001
const steps = z.number().min(1).max(200)

const axisSchema = (keys: z.ZodType<string[]>) =>
  z
    .strictObject({
      kind: z.literal('axis'),
      source: z.enum(['pinch-distance', 'roll', 'height', 'hands-apart']),
      from: z.number().min(-1000).max(1000),
      to: z.number().min(-1000).max(1000),
      deadZone: z.number().min(0).max(0.9).default(0.05),
      mode: z.enum(['absolute', 'relative', 'rate']),
      target: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('volume') }),
        z.strictObject({
          kind: z.literal('scroll'),
          direction: z.enum(['vertical', 'horizontal']).default('vertical'),
          steps,
        }),
        z.strictObject({ kind: z.literal('zoom'), steps }),
        z.strictObject({ kind: z.literal('key'), up: keys, down: keys, steps }),
      ]),
    })
    .refine(({ from, to }) => Math.abs(to - from) >= LEAST_RANGE, {
      ...zodMessage(say('"from" and "to" must differ')),
      path: ['to'],
    })

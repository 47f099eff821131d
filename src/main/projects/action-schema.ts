import { z } from 'zod'
import { refusal } from '../../contract/said-by-issue.ts'
import { say } from '../../contract/say.ts'
import type { Action } from '../../core/action/action.ts'

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
      const { error, params } = refusal(say('there is no key called {}', JSON.stringify(value)))
      issues.push({ code: 'custom', input: value, message: error, params })
    })
    .meta({ title: KEY_TITLE })
  const keys = z.array(key).min(1).max(6)
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pointer.button'), button }),
    z.strictObject({
      kind: z.literal('pointer.click'),
      button,
      count: z.union([z.literal(1), z.literal(2)]),
    }),
    z.strictObject({ kind: z.literal('pointer.scroll'), gain: z.number().min(-100).max(100) }),
    z.strictObject({ kind: z.literal('key.chord'), keys }),
    z.strictObject({ kind: z.literal('key.hold'), keys }),
    z.strictObject({ kind: z.literal('key.text'), text: z.string().min(1).max(2000) }),
    z.strictObject({
      kind: z.literal('spelling'),
      command: z.enum(['complete', 'exchange', 'drop-word']),
    }),
    z.strictObject({ kind: z.literal('volume.set'), levelRatio: ratio }),
    z.strictObject({ kind: z.literal('volume.step'), stepRatio: z.number().min(-1).max(1) }),
    z.strictObject({
      kind: z.literal('volume.mute'),
      muted: z.union([z.boolean(), z.literal('toggle')]),
    }),
    z.strictObject({
      kind: z.literal('media'),
      command: z.enum(['play-pause', 'next', 'previous', 'stop']),
    }),
    z.strictObject({
      kind: z.literal('launch'),
      target: z.string().min(1).max(2000),
      args: z.array(z.string().max(2000)).max(50),
    }),
    axisSchema(keys),
    z.strictObject({ kind: z.literal('project.switch'), project: z.string().min(1) }),
    z.strictObject({ kind: z.literal('project.step'), step: z.enum(['next', 'previous']) }),
    z.strictObject({ kind: z.literal('mode'), mode: z.enum(['paused', 'watching']) }),
  ])
}

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
      ...refusal(say('"from" and "to" must differ')),
      path: ['to'],
    })

import { z } from 'zod'
import { zodMessage } from '../words/zod-sentences.ts'
import { say } from '../words/say.ts'
import { USUAL_DWELL, USUAL_RELATIVE } from '../../core/pointer/pointer-settings.ts'
import type { Project } from '../../core/project/project.ts'
import { actionSchema } from './action-schema.ts'
import { PROJECT_VERSION } from './migrate-project.ts'
import { MOST_NAME_CHARACTERS } from './project-name.ts'

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** Faster repeats than this are a stuck gesture, not a wish. */
const MIN_REPEAT_MS = 50

/** Several times as many as there are. */
const MOST_CLASSIFIERS = 100

const trigger = z
  .strictObject({
    mode: z.enum(['once', 'hold', 'repeat', 'toggle']),
    dwellMs: z.number().min(0).max(10_000),
    repeatMs: z.number().min(0).max(10_000),
    minScore: z.number().min(0).max(1).default(0),
    phase: z.enum(['began', 'ended']).default('began'),
  })
  .refine(({ mode, repeatMs }) => mode !== 'repeat' || repeatMs >= MIN_REPEAT_MS, {
    ...zodMessage(say('"repeatMs" must be at least {} for a trigger that repeats', MIN_REPEAT_MS)),
    path: ['repeatMs'],
  })

const gesture = z.templateLiteral([z.string(), '.', z.string()])
const condition = {
  gesture,
  hand: z.enum(['left', 'right', 'both', 'other', 'same', 'either']).default('either'),
}
const withinMs = z.number().min(50).max(5000)
const companions = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('held'), ...condition }),
      z.strictObject({ kind: z.literal('after'), ...condition, withinMs }),
      z.strictObject({ kind: z.literal('together'), ...condition, withinMs }),
    ]),
  )
  .max(2)
  .default([])

const pointer = z.strictObject({
  enabled: z.boolean(),
  hand: z.enum(['left', 'right', 'either']),
  boxHeightPalms: z.number().min(0.2).max(20),
  minCutoffHz: z.number().positive().max(100),
  beta: z.number().min(0).max(100),
  dragDelayMs: z.number().min(0).max(10_000),
  dragDistancePx: z.number().min(0).max(10_000),
  dragLock: z.boolean().default(false),
  scrollInertia: z.boolean().default(true),
  mode: z.enum(['absolute', 'relative']).default('absolute'),
  relative: z
    .strictObject({
      pxPerPalm: z.number().min(20).max(5000),
      acceleration: z.number().min(1).max(10),
      clutch: z.enum(['fist', 'relaxed']),
    })
    .default(USUAL_RELATIVE),
  clickSource: z.enum(['gesture', 'dwell', 'both']).default('gesture'),
  dwell: z
    .strictObject({
      click: z.enum(['left', 'right', 'middle', 'double', 'drag']),
      lockOnMs: z.number().min(0).max(5000),
      dwellMs: z.number().min(200).max(10_000),
      radiusPx: z.number().min(2).max(500),
    })
    .default(USUAL_DWELL),
})

const switching = z.strictObject({
  rules: z
    .array(
      z
        .strictObject({
          program: z.string().min(1).max(200).optional(),
          title: z.string().min(1).max(200).optional(),
        })
        .refine(
          ({ program, title }) => program !== undefined || title !== undefined,
          zodMessage(say('a rule names a "program", a "title" or both')),
        ),
    )
    .max(50)
    .default([]),
  isSticky: z.boolean().default(false),
})

/**
 * The form of a project file, version 1: what later versions of Beckon added has a default, so older files stay whole. Whether
 * its gestures and options exist is the core's to say. `more` is what bindings hold elsewhere than in files.
 */
export function projectSchema(
  isKey: (name: string) => boolean,
  more: Readonly<Record<string, z.ZodType>> = {},
): z.ZodType<Project> {
  return z.strictObject({
    version: z.literal(PROJECT_VERSION, {
      error: 'this version of Beckon reads project files of version 1',
    }),
    id: z.string().max(64).regex(KEBAB_CASE, 'must be lower-case words joined by hyphens'),
    name: z
      .string()
      .min(1)
      .max(2 * MOST_NAME_CHARACTERS),
    about: z.string().max(200).default(''),
    pointer,
    classifiers: z
      .record(z.string(), z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])))
      .refine(
        (classifiers) => Object.keys(classifiers).length <= MOST_CLASSIFIERS,
        zodMessage(say('there are more than {} classifiers', MOST_CLASSIFIERS)),
      ),
    bindings: z
      .array(
        z.strictObject({
          gesture,
          hand: z.enum(['left', 'right', 'both', 'either']),
          trigger,
          companions,
          action: actionSchema(isKey),
          ...more,
        }),
      )
      .max(200),
    clicksEnabled: z.boolean().default(true),
    gesturesEnabled: z.boolean().default(true),
    switching: switching.default({ rules: [], isSticky: false }),
  })
}

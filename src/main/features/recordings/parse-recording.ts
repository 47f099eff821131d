import { z } from 'zod'
import { modeSchema } from '../../../contract/channels/app-state.ts'
import { calibrationsSchema } from '../../../contract/channels/calibration-channels.ts'
import { coordinates, frameFromMessage } from '../../../contract/frames/frame-message.ts'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { zodMessage, sentenceOfIssue } from '../../../contract/words/zod-sentences.ts'
import { say } from '../../../contract/words/say.ts'
import { BODY_POSES } from '../../../core/body/body-poses.ts'
import { CANCEL_REASONS } from '../../../core/gesture/gesture-event.ts'
import type { Heard, PipelineSettings } from '../../../core/pipeline/pipeline.ts'
import { checkProject } from '../../../core/project/check-project.ts'
import type { Project } from '../../../core/project/project.ts'
import { parseUserJson } from '../../../node/user-file.ts'
import { RECORDING_VERSION, type PackedFrame, type RecordedCall } from './recording-line.ts'

/** A later line: what the pipeline was told, what came of it, or what a crash has left of a line. */
export type RecordedLine =
  | { readonly kind: 'call'; readonly call: RecordedCall }
  | { readonly kind: 'event'; readonly line: string }
  | { readonly kind: 'cut' }

/** Reads recordings, of which anybody may have made anything: what is wrong is said with its line. */
export interface RecordingParser {
  /** What the pipeline began with, from the file's first line. */
  header(line: string): Result<PipelineSettings>
  /** `number` counts from 1. */
  line(line: string, number: number): Result<RecordedLine>
}

/** `form` is that of a project file: what later versions of Beckon added to it is filled in. */
export function createRecordingParser(form: z.ZodType<Project>): RecordingParser {
  const project = form.superRefine((given, context) => {
    for (const { path, message } of checkProject(given)) {
      const { error, params } = zodMessage(message)
      context.addIssue({ code: 'custom', path: [...path], message: error, params })
    }
  })
  const settings = z.strictObject({
    project,
    desktop,
    isEngagedPinned: z.boolean(),
    mode: modeSchema,
    calibrations: calibrationsSchema.optional(),
  })
  const call = callSchema(project)
  return {
    header: (line) => parseHeader(line, settings),
    line: (line, number) => {
      const value = parseJsonObject(line)
      if (value === undefined) return ok({ kind: 'cut' })
      if ('event' in value) return ok({ kind: 'event', line })
      if ('frame' in value) return failureWithLine(step.safeParse(value), number, unpackStep)
      if ('call' in value) return failureWithLine(call.safeParse(value), number, unpackCall)
      return failed(say('Line {} is none of a recording.', number))
    },
  }
}

function parseHeader(
  line: string,
  settings: z.ZodType<PipelineSettings>,
): Result<PipelineSettings> {
  if (line.trim() === '') return failed(say('This recording is empty.'))
  const value = parseJsonObject(line)
  if (value?.['beckon'] !== 'recording') return failed(say('This is no recording.'))
  const { version } = value
  if (typeof version === 'number' && version > RECORDING_VERSION) {
    return failed(say('This recording is of version {}; a newer Beckon reads it.', version))
  }
  const header = z.strictObject({
    beckon: z.literal('recording'),
    version: z.literal(RECORDING_VERSION),
    settings,
  })
  return failureWithLine(header.safeParse(value), 1, (parsed) => parsed.settings)
}

const rect = {
  left: z.number(),
  top: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
}
const desktop = z.strictObject({ ...rect, monitors: z.array(z.strictObject(rect)).optional() })
const atMs = z.number()

const step = z.strictObject({
  frame: z.strictObject({
    s: z.number(),
    t: z.number(),
    c: z.number(),
    a: z.number().positive(),
    h: z.array(z.tuple([z.enum(['left', 'right']), z.number(), coordinates, coordinates])).max(2),
  }),
  letter: z.strictObject({ label: z.string(), score: z.number() }).optional(),
  body: z
    .strictObject({
      trackId: z.number(),
      bornAtMs: z.number(),
      pose: z.strictObject({ pose: z.enum(BODY_POSES), score: z.number() }),
      squats: z.number(),
    })
    .optional(),
})

const callSchema = (project: z.ZodType<Project>): z.ZodType<RecordedCall> =>
  z.discriminatedUnion('call', [
    z.strictObject({ call: z.literal('setMode'), mode: modeSchema, atMs }),
    z.strictObject({ call: z.literal('setProject'), project, atMs }),
    z.strictObject({ call: z.literal('setCalibrations'), calibrations: calibrationsSchema, atMs }),
    z.strictObject({ call: z.literal('setDesktop'), desktop }),
    z.strictObject({
      call: z.literal('pointerIsAt'),
      at: z.strictObject({ x: z.number(), y: z.number() }),
    }),
    z.strictObject({ call: z.literal('cancelAll'), reason: z.enum(CANCEL_REASONS), atMs }),
  ])

const unpackCall = (call: RecordedCall): RecordedLine => ({ kind: 'call', call })

function unpackStep({
  frame,
  letter,
  body,
}: { readonly frame: PackedFrame } & Heard): RecordedLine {
  const { s: sequence, t: frameMs, c: capturedAtMs, a: aspectRatio } = frame
  const hands = frame.h.map(([handedness, score, landmarks, world]) => ({
    ...{ handedness, score, landmarks, world },
  }))
  const times = { sequence, atMs: frameMs, capturedAtMs, aspectRatio, waitMs: 0, detectMs: 0 }
  const heard = { letter, body }
  return unpackCall({ call: 'step', frame: frameFromMessage({ ...times, hands }), heard })
}

/** The first thing that is wrong with a line, in words for whoever opens the file. */
function failureWithLine<Parsed, Value>(
  result: z.ZodSafeParseResult<Parsed>,
  number: number,
  read: (parsed: Parsed) => Value,
): Result<Value> {
  if (result.success) return ok(read(result.data))
  const [issue] = result.error.issues
  const what = issue === undefined ? '' : sentenceOfIssue(issue)
  const where = issue?.path.join('.') ?? ''
  return failed(say('Line {} cannot be read: {}: {}', number, where, what))
}

function parseJsonObject(line: string): Readonly<Record<string, unknown>> | undefined {
  const json = parseUserJson(line)
  return json.ok && isRecord(json.value) ? json.value : undefined
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

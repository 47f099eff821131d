import type { z } from 'zod'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import {
  createPipeline,
  type Pipeline,
  type PipelineOutput,
  type PipelineSettings,
} from '../../../core/pipeline/pipeline.ts'
import type { BindingVerdict } from '../../../core/project/binding-verdicts.ts'
import type { Project } from '../../../core/project/project.ts'
import { createRecordingParser } from './parse-recording.ts'
import { createEventReader, type PipelineEvent } from './pipeline-events.ts'
import { eventLine, type RecordedCall } from './recording-line.ts'

/** What a recording came to when it was played through the pipeline again. */
export interface Replayed {
  readonly settings: PipelineSettings
  /** Calls with the events that came of them now. */
  readonly steps: readonly {
    readonly call: RecordedCall
    readonly events: readonly PipelineEvent[]
    readonly verdicts: readonly BindingVerdict[]
  }[]
  /** Events as lines, as they came now. */
  readonly lines: readonly string[]
  /** The first place where they are not what they were live, from 0 among the events; undefined where all are the same. */
  readonly differsAt: number | undefined
}

/** Plays a recording's text through the pipeline. A last line that was cut off by a crash is passed over. */
export function replay(text: string, form: z.ZodType<Project>): Result<Replayed> {
  const replaying = replayLineByLine(text, form)
  for (;;) {
    const { done, value } = replaying.next()
    if (done === true) return value
  }
}

/**
 * The same, for those who have more to do: the process that moves the pointer must not stand still for as long as fifty
 * megabytes take. Works for `sliceMs` at a time; `rest` resolves when others have had their turn.
 */
export async function replayInSlices(
  text: string,
  form: z.ZodType<Project>,
  slices: { readonly sliceMs: number; nowMs(): number; rest(): Promise<void> },
): Promise<Result<Replayed>> {
  const replaying = replayLineByLine(text, form)
  let sinceMs = slices.nowMs()
  for (;;) {
    const { done, value } = replaying.next()
    if (done === true) return value
    if (slices.nowMs() - sinceMs < slices.sliceMs) continue
    await slices.rest()
    sinceMs = slices.nowMs()
  }
}

function* replayLineByLine(
  text: string,
  form: z.ZodType<Project>,
): Generator<undefined, Result<Replayed>> {
  const parser = createRecordingParser(form)
  const [first = '', ...rest] = text.split('\n')
  const header = parser.header(first)
  if (!header.ok) return header
  const settings = header.value
  const pipeline = createPipeline({ ...settings, isExplained: true })
  const read = createEventReader(settings.mode)
  const steps: Replayed['steps'][number][] = []
  const live: string[] = []
  const lines: string[] = []
  for (const [index, line] of rest.entries()) {
    yield
    const parsed = parser.line(line, index + 2)
    if (!parsed.ok) return parsed
    if (parsed.value.kind === 'cut') {
      if (index === rest.length - 1) break
      return failed(say('Line {} is none of a recording.', index + 2))
    }
    if (parsed.value.kind === 'event') live.push(parsed.value.line)
    else {
      const output = applyCall(pipeline, parsed.value.call)
      const events = output === undefined ? [] : read(output)
      steps.push({ call: parsed.value.call, events, verdicts: output?.verdicts ?? [] })
      lines.push(...events.map(eventLine))
    }
  }
  return ok({ settings, steps, lines, differsAt: firstDifference(lines, live) })
}

function applyCall(pipeline: Pipeline, call: RecordedCall): PipelineOutput | undefined {
  switch (call.call) {
    case 'step':
      return pipeline.step(call.frame, call.heard)
    case 'setMode':
      return pipeline.setMode(call.mode, call.atMs)
    case 'setProject':
      return pipeline.setProject(call.project, call.atMs)
    case 'setCalibrations':
      return pipeline.setCalibrations(call.calibrations, call.atMs)
    case 'cancelAll':
      return pipeline.cancelAll(call.reason, call.atMs)
    case 'setDesktop':
      pipeline.setDesktop(call.desktop)
      return undefined
    case 'pointerIsAt':
      pipeline.pointerIsAt(call.at)
      return undefined
  }
}

function firstDifference(now: readonly string[], live: readonly string[]): number | undefined {
  const longer = now.length > live.length ? now : live
  const at = longer.findIndex((_line, index) => now[index] !== live[index])
  return at === -1 ? undefined : at
}

import { createPipeline, type Pipeline, type PipelineOutput } from '../../core/pipeline.ts'
import { createEventReader, type PipelineEvent } from './pipeline-events.ts'
import {
  eventLine,
  parseHeader,
  parseLine,
  type RecordedCall,
  type RecordingHeader,
} from './recording-line.ts'

/** What a recording came to when it was played through the pipeline again. */
export interface Replayed {
  readonly header: RecordingHeader
  /** Calls with the events that came of them now. */
  readonly steps: readonly {
    readonly call: RecordedCall
    readonly events: readonly PipelineEvent[]
  }[]
  /** Events as lines, as they came now. */
  readonly lines: readonly string[]
  /** The first place where they are not what they were live, from 0 among the events; undefined where all are the same. */
  readonly differsAt: number | undefined
}

export type ReplayResult =
  | { readonly ok: true; readonly replayed: Replayed }
  | { readonly ok: false; readonly message: string }

/** Plays a recording's text through the pipeline. A last line that was cut off by a crash is passed over. */
export function replay(text: string): ReplayResult {
  const [first = '', ...rest] = text.split('\n')
  const header = parseHeader(first)
  if (header === undefined) {
    return { ok: false, message: 'This is no recording, or one of a newer Beckon.' }
  }
  const pipeline = createPipeline(header.settings)
  const read = createEventReader(header.settings.mode)
  const steps: { call: RecordedCall; events: readonly PipelineEvent[] }[] = []
  const live: string[] = []
  for (const [index, line] of rest.entries()) {
    const parsed = parseLine(line)
    if (parsed === undefined) {
      if (index >= rest.length - 1) break
      return { ok: false, message: `Line ${index + 2} is none of a recording.` }
    }
    if (parsed.kind === 'event') live.push(parsed.line)
    else {
      const output = carryOut(pipeline, parsed.call)
      steps.push({ call: parsed.call, events: output === undefined ? [] : read(output) })
    }
  }
  const lines = steps.flatMap(({ events }) => events.map(eventLine))
  return { ok: true, replayed: { header, steps, lines, differsAt: firstDifference(lines, live) } }
}

function carryOut(pipeline: Pipeline, call: RecordedCall): PipelineOutput | undefined {
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

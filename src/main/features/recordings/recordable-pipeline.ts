import type { PipelineOutput, PipelineSettings, Pipeline } from '../../../core/pipeline/pipeline.ts'
import { createPipeline } from '../../../core/pipeline/pipeline.ts'
import { createEventReader } from './pipeline-events.ts'
import { callLine, eventLine, headerLine, type RecordedCall } from './recording-line.ts'

export interface RecordablePipeline extends Pipeline {
  /**
   * Starts over from nothing with what is in force, so that the recording holds all that its events depend on: let go of
   * everything first. `write` gets the file's lines from now on. Answers how to stop.
   */
  record(write: (line: string) => void): () => void
}

/** A pipeline that can be recorded; without a recording nothing is added to a frame but one question. */
export function createRecordablePipeline(initial: PipelineSettings): RecordablePipeline {
  let settings = initial
  let pipeline = createPipeline(initial)
  let onCall: ((call: RecordedCall, output: PipelineOutput | undefined) => void) | undefined

  const recordCall = (call: RecordedCall, output: PipelineOutput): PipelineOutput => {
    settings = { ...settings, mode: output.mode }
    onCall?.(call, output)
    return output
  }
  return {
    step: (frame, heard = {}) =>
      recordCall({ call: 'step', frame, heard }, pipeline.step(frame, heard)),
    setMode: (mode, atMs) =>
      recordCall({ call: 'setMode', mode, atMs }, pipeline.setMode(mode, atMs)),
    setProject: (project, atMs) => {
      settings = { ...settings, project }
      return recordCall({ call: 'setProject', project, atMs }, pipeline.setProject(project, atMs))
    },
    setCalibrations: (calibrations, atMs) => {
      settings = { ...settings, calibrations }
      const output = pipeline.setCalibrations(calibrations, atMs)
      return recordCall({ call: 'setCalibrations', calibrations, atMs }, output)
    },
    setDesktop: (desktop) => {
      settings = { ...settings, desktop }
      pipeline.setDesktop(desktop)
      onCall?.({ call: 'setDesktop', desktop }, undefined)
    },
    pointerIsAt: (at) => {
      pipeline.pointerIsAt(at)
      onCall?.({ call: 'pointerIsAt', at }, undefined)
    },
    cancelAll: (reason, atMs) =>
      recordCall({ call: 'cancelAll', reason, atMs }, pipeline.cancelAll(reason, atMs)),
    record: (write) => {
      pipeline = createPipeline(settings)
      write(headerLine(settings))
      const read = createEventReader(settings.mode)
      onCall = (call, output) => {
        write(callLine(call))
        const events = output === undefined ? [] : read(output)
        for (const event of events) write(eventLine(event))
      }
      return () => {
        onCall = undefined
      }
    },
  }
}

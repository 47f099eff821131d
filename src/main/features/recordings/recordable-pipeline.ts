import { SIGN_LETTERS } from '../../../core/classifier/sign-letters.ts'
import type { PipelineOutput, PipelineSettings, Pipeline } from '../../../core/pipeline/pipeline.ts'
import { createPipeline } from '../../../core/pipeline/pipeline.ts'
import { createEventReader } from './pipeline-events.ts'
import { callLine, eventLine, headerLine, type RecordedCall } from './recording-line.ts'

export interface RecordablePipeline extends Pipeline {
  /**
   * Starts over from nothing with what is in force, so that the recording holds all that its events depend on: let go of
   * everything first. `write` gets the file's lines from now on. Answers how to stop.
   */
  record(write: (line: string) => void, letters?: LettersInRecording): () => void
  /** The project in force reads what is signed: so would whoever reads a recording of it. */
  readsLetters(): boolean
}

/** Letters are what people spell with their hands, passwords too: they are recorded for those alone who were asked. */
export interface LettersInRecording {
  readonly areWanted: boolean
  /** They are not, and now there would be some: nothing more is written. */
  readonly onUnwanted: () => void
}

const UNWANTED: LettersInRecording = { areWanted: false, onUnwanted: () => undefined }

/** A pipeline that can be recorded; without a recording nothing is added to a frame but one question. */
export function createRecordablePipeline(initial: PipelineSettings): RecordablePipeline {
  let settings = initial
  let pipeline = createPipeline(initial)
  let onCall: OnCall | undefined

  const readsLetters = (): boolean => settings.project.classifiers[SIGN_LETTERS] !== undefined
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
    readsLetters,
    record: (write, letters = UNWANTED) => {
      const stop = (): void => (onCall = undefined)
      if (!letters.areWanted && readsLetters()) letters.onUnwanted()
      else {
        pipeline = createPipeline(settings)
        const file = startFile(write, settings)
        onCall = letters.areWanted ? file : withoutLetters(file, readsLetters, letters.onUnwanted)
      }
      return stop
    },
  }
}

type OnCall = (call: RecordedCall, output: PipelineOutput | undefined) => void

/** Writes the head of the file; answers what writes each call, and what came of it. */
function startFile(write: (line: string) => void, settings: PipelineSettings): OnCall {
  write(headerLine(settings))
  const read = createEventReader(settings.mode)
  return (call, output) => {
    write(callLine(call))
    const events = output === undefined ? [] : read(output)
    for (const event of events) write(eventLine(event))
  }
}

/** Ends before the first call that is of letters: nothing of it, or after it, is written. */
function withoutLetters(
  write: OnCall,
  readsLetters: () => boolean,
  onUnwanted: () => void,
): OnCall {
  let isOver = false
  return (call, output) => {
    if (isOver) return
    isOver = readsLetters() || (call.call === 'step' && call.heard.letter !== undefined)
    if (isOver) onUnwanted()
    else write(call, output)
  }
}

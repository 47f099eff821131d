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
  let onCall: ((call: RecordedCall, output: PipelineOutput | undefined) => void) | undefined

  const readsLetters = (): boolean => settings.project.classifiers[SIGN_LETTERS] !== undefined
  const through = (call: RecordedCall, output: PipelineOutput): PipelineOutput => {
    settings = { ...settings, mode: output.mode }
    onCall?.(call, output)
    return output
  }
  return {
    step: (frame, heard = {}) =>
      through({ call: 'step', frame, heard }, pipeline.step(frame, heard)),
    setMode: (mode, atMs) => through({ call: 'setMode', mode, atMs }, pipeline.setMode(mode, atMs)),
    setProject: (project, atMs) => {
      settings = { ...settings, project }
      return through({ call: 'setProject', project, atMs }, pipeline.setProject(project, atMs))
    },
    setCalibrations: (calibrations, atMs) => {
      settings = { ...settings, calibrations }
      const output = pipeline.setCalibrations(calibrations, atMs)
      return through({ call: 'setCalibrations', calibrations, atMs }, output)
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
      through({ call: 'cancelAll', reason, atMs }, pipeline.cancelAll(reason, atMs)),
    readsLetters,
    record: (write, { areWanted, onUnwanted } = UNWANTED) => {
      if (!areWanted && readsLetters()) {
        onUnwanted()
        return () => undefined
      }
      pipeline = createPipeline(settings)
      write(headerLine(settings))
      const read = createEventReader(settings.mode)
      onCall = (call, output) => {
        if (!areWanted && (readsLetters() || holdsLetter(call))) {
          onCall = undefined
          onUnwanted()
          return
        }
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

const holdsLetter = (call: RecordedCall): boolean =>
  call.call === 'step' && call.heard.letter !== undefined

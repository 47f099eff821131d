import { inBackground } from '../../../contract/boundary/faults.ts'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { MainEndpoint } from '../../../contract/boundary/endpoints.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import { runLater } from '../../../node/later.ts'
import type { RecordablePipeline } from './recordable-pipeline.ts'
import { recordedProject } from './recorded-project.ts'
import { openRecordingFile, Recorder } from './recorder.ts'
import type { Session } from '../../control/session.ts'

/** Joins recordings to the pipeline that is recorded and to the page that asks for them. */
export function setUpRecordings(parts: {
  readonly end: MainEndpoint
  readonly dataDir: string
  readonly pipeline: RecordablePipeline
  readonly session: Session
  readonly disposeStack: DisposeStack
  readonly nowMs: () => number
}): void {
  const { end, dataDir, pipeline, session, disposeStack, nowMs } = parts
  const recorder = new Recorder({
    folder: join(dataDir, 'recordings'),
    record: (write, letters) => {
      inBackground('recordings', session.letGo('tracking-stopped'))
      return pipeline.record(write, letters)
    },
    readsLetters: () => pipeline.readsLetters(),
    openFile: openRecordingFile,
    nowMs,
    after: runLater,
    projectForm: recordedProject,
    rest: setImmediate,
    publish: (status) => {
      end.publish('recording', status)
    },
  })
  end.publish('recording', recorder.status())
  // Whether one would hold letters is up to the project in force.
  session.on('project', () => {
    end.publish('recording', recorder.status())
  })
  disposeStack.add('recording', () => recorder.close())
  end.handle('startRecording', ({ withLetters }) => recorder.start(withLetters))
  end.handle('stopRecording', () => recorder.stop())
  end.handle('listRecordings', () => recorder.list())
  end.handle('replayRecording', ({ name }) => recorder.replay(name))
  end.handle('deleteRecording', ({ name }) => recorder.remove(name))
}

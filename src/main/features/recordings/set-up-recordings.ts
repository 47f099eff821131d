import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { MainEnd } from '../../../contract/boundary/endpoints.ts'
import type { ClosingStack } from '../../../node/dispose-stack.ts'
import type { PageTeller } from '../../shared/page-channel.ts'
import type { RecordablePipeline } from './recordable-pipeline.ts'
import { recordedProject } from './recorded-project.ts'
import { openRecordingFile, RecordingKeeper } from './recorder.ts'
import type { Session } from '../../control/session.ts'

/** Joins recordings to the pipeline that is recorded and to the page that asks for them. */
export function wireRecordings(parts: {
  readonly end: MainEnd
  readonly dataDir: string
  readonly pipeline: RecordablePipeline
  readonly session: Session
  readonly page: PageTeller
  readonly closing: ClosingStack
  readonly nowMs: () => number
}): void {
  const { end, dataDir, pipeline, session, page, closing, nowMs } = parts
  const keeper = new RecordingKeeper({
    folder: join(dataDir, 'recordings'),
    record: (write) => {
      void session.letGo('tracking-stopped')
      return pipeline.record(write)
    },
    openFile: openRecordingFile,
    nowMs,
    after: later,
    projectForm: recordedProject,
    rest: setImmediate,
    tell: (status) => {
      page.tell('recording', status)
    },
  })
  closing.add('recording', () => keeper.close())
  page.onConnected(() => {
    page.tell('recording', keeper.status())
  })
  end.answer('startRecording', () => keeper.start())
  end.answer('stopRecording', () => keeper.stop())
  end.answer('listRecordings', () => keeper.list())
  end.answer('replayRecording', ({ name }) => keeper.replay(name))
  end.answer('deleteRecording', ({ name }) => keeper.remove(name))
}

function later(delayMs: number, act: () => void): () => void {
  const timer = setTimeout(act, delayMs)
  return () => {
    clearTimeout(timer)
  }
}

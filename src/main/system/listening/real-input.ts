import { inBackground } from '../../../contract/boundary/faults.ts'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import type { ScreenPoint } from '../../../core/geometry/point.ts'
import { startProcess } from '../../../node/child-process.ts'
import { programPath } from '../../../node/program-path.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import { listenerReportSchema, type ListenerReport } from './listener-reports.ts'

export interface RealInputListener {
  /** A key other than Shift, Control, Alt and the like went down. */
  readonly onKey: () => void
  /** The pointer is there now, whoever moved it. */
  readonly onMotion: (at: ScreenPoint) => void
  /** It hears nothing any more. */
  readonly onEnd: () => void
}

/** What the real keyboard and mouse do. */
export interface RealInput {
  close(): Promise<void>
}

/** The library waits for ever where there is nothing to listen to. */
const START_TIMEOUT_MS = 5000

/** Starts listening; fails with words for people where the system does not let it. */
export async function listenToRealInput(listener: RealInputListener): Promise<Result<RealInput>> {
  const child = startProcess({
    entry: programPath('listener-process'),
    errors: 'dropped',
    parse: (message) => listenerReportSchema.safeParse(message).data,
  })
  const first = await child.firstMessage(START_TIMEOUT_MS)
  if (first.kind !== 'message') {
    child.kill()
    return failed(
      say('Beckon cannot tell when you type: gestures do not wait for the keyboard.'),
      FIXES[process.platform],
    )
  }
  let isClosing = false
  child.onMessage((report) => {
    passReportOn(report, listener)
  })
  inBackground(
    'control',
    child.ended.then(() => {
      if (!isClosing) listener.onEnd()
    }),
  )
  return ok({
    close: async () => {
      isClosing = true
      // The library holds its process in a thread of its own: asking is not enough.
      child.kill()
      await child.ended
    },
  })
}

const FIXES: Readonly<Partial<Record<NodeJS.Platform, Sentence>>> = {
  darwin: say('Allow Beckon under System Settings, Privacy & Security, Input Monitoring.'),
  linux: say('It needs an X11 session whose server has the RECORD extension.'),
}

function passReportOn(report: ListenerReport, listener: RealInputListener): void {
  switch (report.kind) {
    case 'ready':
      return
    case 'key':
      listener.onKey()
      return
    case 'motion':
      listener.onMotion({ x: report.x, y: report.y })
  }
}

import {
  suspensionSchema,
  type Suspension,
} from '../../../contract/channels/calibration-channels.ts'
import type { MainEndpoint, Unsubscribe } from '../../../contract/boundary/endpoints.ts'
import { ok } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import type { Calibrations } from '../../../core/pointer/hand-calibration.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import type { Session } from '../../control/session.ts'
import type { TuningStore } from './tuning-store.ts'

/** What people are told while hands do nothing. */
const WHY_SUSPENDED: Readonly<Record<Suspension, Sentence>> = {
  calibration: say('Calibrating your hand.'),
  preview: say('Trying things out.'),
}

/**
 * Answers the page that calibrates hands, and tries projects on them. While it does, hands do nothing else; a page that goes away
 * half-way leaves everything as it was. Returns what stops it.
 */
export function handleCalibrations(parts: {
  readonly end: MainEndpoint
  readonly session: Session
  readonly file: TuningStore['calibrations']
}): Unsubscribe {
  const { end, session, file } = parts
  end.publish('calibrations', file.current())
  const storeCalibrations = (calibrations: Calibrations): ReturnType<typeof file.change> => {
    session.setCalibrations(calibrations)
    end.publish('calibrations', calibrations)
    return file.change(calibrations)
  }
  end.handle('suspendHands', ({ reason }) => {
    session.standBack(reason, WHY_SUSPENDED[reason])
    return ok({})
  })
  end.handle('resumeHands', ({ reason }) => {
    session.standBack(reason, undefined)
    return ok({})
  })
  end.handle('keepCalibration', ({ side, calibration }) =>
    storeCalibrations({ ...file.current(), [side]: calibration }),
  )
  end.handle('forgetCalibration', ({ side }) => {
    const others = Object.entries(file.current()).filter(([known]) => known !== side)
    return storeCalibrations(Object.fromEntries(others))
  })
  return end.onConnection((isConnected) => {
    if (isConnected) return
    for (const reason of suspensionSchema.options) session.standBack(reason, undefined)
  })
}

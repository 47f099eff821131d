import { suspensionSchema, type Suspension } from '../contract/calibration-channels.ts'
import type { MainEnd, Unsubscribe } from '../contract/ends.ts'
import { ok } from '../contract/result.ts'
import { say } from '../contract/say.ts'
import type { Calibrations } from '../core/action/hand-calibration.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Session } from './session.ts'
import type { TuningStore } from './projects/tuning-store.ts'

/** What people are told while hands do nothing. */
const WHY_SUSPENDED: Readonly<Record<Suspension, Sentence>> = {
  calibration: say('Calibrating your hand.'),
  preview: say('Trying things out.'),
}

/**
 * Answers the page that calibrates hands, and tries projects on them. While it does, hands do nothing else; a page that goes away
 * half-way leaves everything as it was. Returns what stops it.
 */
export function keepCalibrations(parts: {
  readonly end: MainEnd
  readonly session: Session
  readonly file: TuningStore['calibrations']
}): Unsubscribe {
  const { end, session, file } = parts
  end.publish('calibrations', file.current())
  const keep = (calibrations: Calibrations): ReturnType<typeof file.change> => {
    session.setCalibrations(calibrations)
    end.publish('calibrations', calibrations)
    return file.change(calibrations)
  }
  end.answer('suspendHands', ({ reason }) => {
    session.standBack(reason, WHY_SUSPENDED[reason])
    return ok({})
  })
  end.answer('resumeHands', ({ reason }) => {
    session.standBack(reason, undefined)
    return ok({})
  })
  end.answer('keepCalibration', ({ side, calibration }) =>
    keep({ ...file.current(), [side]: calibration }),
  )
  end.answer('forgetCalibration', ({ side }) => {
    const others = Object.entries(file.current()).filter(([known]) => known !== side)
    return keep(Object.fromEntries(others))
  })
  return end.onConnection((isConnected) => {
    if (isConnected) return
    for (const reason of suspensionSchema.options) session.standBack(reason, undefined)
  })
}

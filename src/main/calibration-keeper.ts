import type { MainEnd, Unsubscribe } from '../contract/ends.ts'
import { ok } from '../contract/result.ts'
import { say } from '../contract/say.ts'
import type { Calibrations } from '../core/action/hand-calibration.ts'
import type { Session } from './session.ts'
import type { TuningStore } from './projects/tuning-store.ts'
import type { PageTeller } from './page-teller.ts'

const CALIBRATING = say('Calibrating your hand.')

/**
 * Answers the page that calibrates hands. While it does, hands do nothing else; a page that goes away half-way leaves everything
 * as it was. Returns what stops it.
 */
export function keepCalibrations(parts: {
  readonly end: MainEnd
  readonly tell: PageTeller['tell']
  readonly session: Session
  readonly file: TuningStore['calibrations']
}): Unsubscribe {
  const { end, tell, session, file } = parts
  const keep = (calibrations: Calibrations): ReturnType<typeof file.change> => {
    session.setCalibrations(calibrations)
    tell('calibrations', calibrations)
    return file.change(calibrations)
  }
  end.answer('beginCalibration', () => {
    session.standBack('calibration', CALIBRATING)
    return ok({})
  })
  end.answer('endCalibration', () => {
    session.standBack('calibration', undefined)
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
    if (!isConnected) session.standBack('calibration', undefined)
  })
}

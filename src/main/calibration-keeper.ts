import type { MainEnd, Unsubscribe } from '../contract/ends.ts'
import { ok } from '../contract/result.ts'
import type { Calibrations } from '../core/action/hand-calibration.ts'
import type { Session } from './session.ts'
import type { TuningStore } from './projects/tuning-store.ts'

/**
 * Answers the page that calibrates hands. While it does, hands do nothing else; a page that goes away half-way leaves everything
 * as it was. Returns what stops it.
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
  end.answer('beginCalibration', () => {
    session.standBack('calibration', 'Calibrating your hand.')
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

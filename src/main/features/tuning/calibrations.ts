import type { MainEndpoint, Unsubscribe } from '../../../contract/boundary/endpoints.ts'
import { ok } from '../../../contract/boundary/result.ts'
import type { Calibrations } from '../../../core/pointer/hand-calibration.ts'
import type { Session } from '../../control/session.ts'
import type { TuningStore } from './tuning-store.ts'
import type { PageTeller } from '../../shared/page-channel.ts'

/**
 * Answers the page that calibrates hands. While it does, hands do nothing else; a page that goes away half-way leaves everything
 * as it was. Returns what stops it.
 */
export function handleCalibrations(parts: {
  readonly end: MainEndpoint
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
  end.handle('beginCalibration', () => {
    session.standBack('calibration', 'Calibrating your hand.')
    return ok({})
  })
  end.handle('endCalibration', () => {
    session.standBack('calibration', undefined)
    return ok({})
  })
  end.handle('keepCalibration', ({ side, calibration }) =>
    keep({ ...file.current(), [side]: calibration }),
  )
  end.handle('forgetCalibration', ({ side }) => {
    const others = Object.entries(file.current()).filter(([known]) => known !== side)
    return keep(Object.fromEntries(others))
  })
  return end.onConnection((isConnected) => {
    if (!isConnected) session.standBack('calibration', undefined)
  })
}

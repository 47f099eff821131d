import type { CameraSource } from '../../../contract/channels/status.ts'
import type { DispatcherChoice } from '../../control/dispatcher-choice.ts'
import type { AppOptions } from '../../shared/app-options.ts'
import type { StateBoard } from '../../shared/state-store.ts'
import type { Host } from '../../system/host/host.ts'
import type { SettingsStore } from '../../system/storage/settings-store.ts'
import { createCameraKeeper, type CameraKeeper } from './camera-policy.ts'

/** Joins the choice of a camera to settings, page and board: it is open unless everything is paused. */
export function wireCamera(parts: {
  readonly host: Host
  readonly options: AppOptions
  readonly services: { readonly settings: SettingsStore }
  readonly source: CameraSource
  readonly isOwnDisplay: boolean
  readonly board: StateBoard
  readonly dispatchers: DispatcherChoice
}): CameraKeeper {
  const { host, options, services, source, isOwnDisplay, board, dispatchers } = parts
  const camera = createCameraKeeper({
    initial: {
      open: true,
      source,
      isSourceMirrored: options.isSourceMirrored ?? services.settings.current().isSourceMirrored,
    },
    mayStandIn: options.camera === undefined && source.kind === 'device',
    send: (order, isStandIn) => {
      dispatchers.dryFor('demo', isStandIn && !isOwnDisplay)
      host.end.publish('cameraOrder', order)
    },
  })
  host.end.on('cameras', (labels) => void camera.seen(labels))
  camera.setOpen(board.current().mode !== 'paused')
  board.onChange(({ mode }) => {
    camera.setOpen(mode !== 'paused')
  })
  return camera
}

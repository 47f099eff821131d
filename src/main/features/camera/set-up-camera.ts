import type { CameraSource } from '../../../contract/channels/status.ts'
import type { DispatcherChoice } from '../../control/dispatcher-choice.ts'
import type { AppOptions } from '../../shared/app-options.ts'
import type { StateStore } from '../../shared/state-store.ts'
import type { Host } from '../../system/host/host.ts'
import type { SettingsStore } from '../../system/storage/settings-store.ts'
import { createCameraPolicy, type CameraPolicy } from './camera-policy.ts'

/** Joins the choice of a camera to settings, page and board: it is open unless everything is paused. */
export function setUpCamera(parts: {
  readonly host: Host
  readonly options: AppOptions
  readonly services: { readonly settings: SettingsStore }
  readonly source: CameraSource
  readonly isOwnDisplay: boolean
  readonly stateStore: StateStore
  readonly dispatchers: DispatcherChoice
}): CameraPolicy {
  const { host, options, services, source, isOwnDisplay, stateStore, dispatchers } = parts
  const camera = createCameraPolicy({
    initial: {
      open: true,
      source,
      isSourceMirrored: options.isSourceMirrored ?? services.settings.current().isSourceMirrored,
    },
    mayStandIn: options.camera === undefined && source.kind === 'device',
    send: (command, isStandIn) => {
      dispatchers.dryFor('demo', isStandIn && !isOwnDisplay)
      host.end.publish('cameraCommand', command)
    },
  })
  host.end.on('cameras', (labels) => void camera.seen(labels))
  camera.setOpen(stateStore.current().mode !== 'paused')
  stateStore.onChange(({ mode }) => {
    camera.setOpen(mode !== 'paused')
  })
  return camera
}

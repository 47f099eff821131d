import type { MainEndpoint } from '../../../contract/boundary/endpoints.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import { runLater } from '../../../node/later.ts'
import { ServiceSupervisor } from './service-supervisor.ts'
import { openServiceClient } from './service-client.ts'
import type { StateStore } from '../../shared/state-store.ts'
import type { SettingsStore } from '../../system/storage/settings-store.ts'

/** Runs the service for other programs while the settings want it, and no longer than the app. */
export function setUpService(parts: {
  readonly services: { readonly settings: SettingsStore; readonly dataDir: string }
  readonly end: MainEndpoint
  readonly disposeStack: DisposeStack
  readonly stateStore: StateStore
  readonly nowMs: () => number
  /** Folder of models. */
  readonly resources: string
}): void {
  const { end, services, disposeStack, stateStore, nowMs, resources } = parts
  const { settings, dataDir } = services
  const supervisor = new ServiceSupervisor({
    open: (onNews) => openServiceClient({ resources, dataDir }, onNews),
    show: (state) => {
      end.publish('service', state)
    },
    report: (message) => {
      stateStore.report({ stage: 'host', severity: 'medium', message })
    },
    nowMs,
    after: runLater,
  })
  end.publish('service', supervisor.state)
  disposeStack.add('service', () => supervisor.close())
  disposeStack.add(
    'service setting',
    settings.follow(({ runsService }) => {
      supervisor.follow(runsService)
    }),
  )
}

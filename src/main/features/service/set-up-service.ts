import type { MainEndpoint } from '../../../contract/boundary/endpoints.ts'
import type { ClosingStack } from '../../../node/dispose-stack.ts'
import { later } from '../../../node/later.ts'
import { ServiceSupervisor } from './service-supervisor.ts'
import { openServiceClient } from './service-client.ts'
import type { SettingsStore } from '../../system/storage/settings-store.ts'

/** Runs the service for other programs while the settings want it, and no longer than the app. */
export function setUpService(parts: {
  readonly services: { readonly settings: SettingsStore; readonly dataDir: string }
  readonly end: MainEndpoint
  readonly closing: ClosingStack
  readonly nowMs: () => number
  /** Folder of models. */
  readonly resources: string
}): void {
  const { end, services, closing, nowMs, resources } = parts
  const { settings, dataDir } = services
  const supervisor = new ServiceSupervisor({
    open: (hear) => openServiceClient({ resources, dataDir }, hear),
    show: (state) => {
      end.publish('service', state)
    },
    nowMs,
    after: later,
  })
  end.publish('service', supervisor.state)
  closing.add('service', () => supervisor.close())
  closing.add(
    'service setting',
    settings.follow(({ runsService }) => {
      supervisor.follow(runsService)
    }),
  )
}

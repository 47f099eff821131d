import type { DisposeStack } from '../../../node/dispose-stack.ts'
import { later } from '../../../node/later.ts'
import type { PageTeller } from '../../shared/page-channel.ts'
import { ServiceSupervisor } from './service-supervisor.ts'
import { openServiceClient } from './service-client.ts'
import type { SettingsStore } from '../../system/storage/settings-store.ts'

/** Runs the service for other programs while the settings want it, and no longer than the app. */
export function setUpService(parts: {
  readonly services: { readonly settings: SettingsStore; readonly dataDir: string }
  readonly page: PageTeller
  readonly disposeStack: DisposeStack
  readonly nowMs: () => number
  /** Folder of models. */
  readonly resources: string
}): void {
  const { services, page, disposeStack, nowMs, resources } = parts
  const { settings, dataDir } = services
  const supervisor = new ServiceSupervisor({
    open: (hear) => openServiceClient({ resources, dataDir }, hear),
    show: (state) => {
      page.tell('service', state)
    },
    nowMs,
    after: later,
  })
  page.onConnected(() => {
    page.tell('service', supervisor.state)
  })
  disposeStack.add('service', () => supervisor.close())
  disposeStack.add(
    'service setting',
    settings.onChange(({ runsService }) => {
      supervisor.follow(runsService)
    }),
  )
  supervisor.follow(settings.current().runsService)
}

import type { ClosingStack } from '../../../node/dispose-stack.ts'
import { later } from '../../../node/later.ts'
import type { PageTeller } from '../../shared/page-channel.ts'
import { ServiceKeeper } from './service-supervisor.ts'
import { openServiceLink } from './service-client.ts'
import type { SettingsStore } from '../../system/storage/settings-store.ts'

/** Runs the service for other programs while the settings want it, and no longer than the app. */
export function wireService(wiring: {
  readonly services: { readonly settings: SettingsStore; readonly dataDir: string }
  readonly page: PageTeller
  readonly closing: ClosingStack
  readonly nowMs: () => number
  /** Folder of models. */
  readonly resources: string
}): void {
  const { services, page, closing, nowMs, resources } = wiring
  const { settings, dataDir } = services
  const keeper = new ServiceKeeper({
    open: (hear) => openServiceLink({ resources, dataDir }, hear),
    show: (state) => {
      page.tell('service', state)
    },
    nowMs,
    after: later,
  })
  page.onConnected(() => {
    page.tell('service', keeper.state)
  })
  closing.add('service', () => keeper.close())
  closing.add(
    'service setting',
    settings.onChange(({ runsService }) => {
      keeper.follow(runsService)
    }),
  )
  keeper.follow(settings.current().runsService)
}

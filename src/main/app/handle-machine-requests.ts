import { failed, ok } from '../../contract/boundary/result.ts'
import { saidBy } from '../../contract/words/said-error.ts'
import { handleChecks } from '../features/diagnostics/handle-checks.ts'
import type { Host } from '../system/host/host.ts'
import { createLaunchSink } from '../system/output/sinks/launch-sink.ts'
import type { Services } from './open-services.ts'

/** What the window asks of this computer itself: the checks, its monitors, and to show the folder where everything is kept. */
export function handleMachineRequests(parts: {
  readonly host: Host
  /** Folder of models and shipped projects. */
  readonly resources: string
  readonly services: Pick<Services, 'dataDir' | 'readDesktop' | 'pointerPosition' | 'volumeBackend'>
}): void {
  const { host, services } = parts
  const { end } = host
  handleChecks(parts)
  const { open } = createLaunchSink()
  end.handle('openDataFolder', async () => {
    try {
      await open(services.dataDir, [])
      return ok({})
    } catch (error) {
      return failed(saidBy(error))
    }
  })
  end.handle('readMonitors', async () => {
    const desktop = await services.readDesktop()
    const monitors = desktop === undefined ? [] : (desktop.monitors ?? [desktop])
    return ok({
      monitors: monitors.map(({ left, top, width, height }) => ({ left, top, width, height })),
    })
  })
}

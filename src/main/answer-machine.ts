import { failed, ok } from '../contract/result.ts'
import { saidBy } from '../contract/said-error.ts'
import { answerChecks } from './answer-checks.ts'
import type { Host } from './host/host.ts'
import { createLaunchSink } from './output/launch-sink.ts'
import type { Services } from './services.ts'

/** What the window asks of this computer itself: the checks, its monitors, and to show the folder where everything is kept. */
export function answerMachine(parts: {
  readonly host: Host
  /** Folder of models and shipped projects. */
  readonly resources: string
  readonly services: Pick<Services, 'dataDir' | 'readDesktop' | 'pointerPosition' | 'volumeBackend'>
}): void {
  const { host, services } = parts
  const { end } = host
  answerChecks(parts)
  const { open } = createLaunchSink()
  end.answer('openDataFolder', async () => {
    try {
      await open(services.dataDir, [])
      return ok({})
    } catch (error) {
      return failed(saidBy(error))
    }
  })
  end.answer('readMonitors', async () => {
    const desktop = await services.readDesktop()
    const monitors = desktop === undefined ? [] : (desktop.monitors ?? [desktop])
    return ok({
      monitors: monitors.map(({ left, top, width, height }) => ({ left, top, width, height })),
    })
  })
}

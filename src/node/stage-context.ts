import { AsyncLocalStorage } from 'node:async_hooks'
import type { FaultHandling } from '../contract/boundary/faults.ts'
import type { Stage } from '../contract/channels/status.ts'

const running = new AsyncLocalStorage<Stage | undefined>()

/**
 * Knows for which stage code runs, also after it has waited: timers, promises, children and sockets are of the stage that made
 * them, and so is what they throw.
 */
export const stageContext: Pick<FaultHandling, 'stage' | 'within'> = {
  stage: () => running.getStore(),
  within: (stage, act) => running.run(stage, act),
}
